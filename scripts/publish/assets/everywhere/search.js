/* The search box. search-worker.js finds; this asks it and shows what it found. Nothing is read before somebody searches. */

(() => {
  const box = document.querySelector(".md-search"), field = box?.querySelector(".md-search__input"), toggle = document.getElementById("__search")
  if (!field) return
  const list = box.querySelector(".md-search-result__list"), meta = box.querySelector(".md-search-result__meta"), said = box.dataset
  let ask // a function that takes a query, once there is somebody to ask
  let latest = ""

  /* A worker, so that the page does not wait; opened from a folder, where there are no workers, a script of this page with the same messages. */
  function start() {
    if (ask) return
    let ready = false, waiting
    const talk = post => { ask = query => ready ? post({ type: 2, data: query }) : waiting = query }
    const hear = post => ({ data: { type, data } }) => {
      if (type === 3) show(data.items)
      else if (type === 1) {
        ready = true
        if (waiting !== undefined) post({ type: 2, data: waiting })
      }
    }
    function here() {
      talk(() => {})
      document.head.append(Object.assign(document.createElement("script"), { src: said.worker, onload: () => {
        const post = message => searchHere.post(message)
        talk(post)
        searchHere.onmessage = hear(post)
      } }))
    }
    try {
      if (location.protocol === "file:") throw new Error("a folder has no workers")
      const worker = new Worker(said.worker), post = message => worker.postMessage(message)
      worker.onmessage = hear(post)
      worker.onerror = () => { if (!ready) here() }
      talk(post)
    } catch {
      here()
    }
  }

  const element = (name, attributes, ...inside) => {
    const made = Object.assign(document.createElement(name), attributes)
    made.append(...inside)
    return made
  }

  /* What the worker sends is text with its marks, escaped there. */
  function entry({ location: address, title, text, terms }, whole, last) {
    const link = new URL(address, document.baseURI)
    for (const term of Object.keys(terms ?? {})) link.searchParams.append("h", term)
    const article = element("article", { className: "md-search-result__article md-typeset" })
    if (whole) article.append(element("div", { className: "md-search-result__icon md-icon" }))
    article.append(element(whole ? "h1" : "h2", { innerHTML: title }))
    if (last && text) article.append(...element("div", { innerHTML: text }).childNodes)
    return element("a", { href: link.href, className: "md-search-result__link", tabIndex: -1 }, article)
  }

  /* A page, then its sections; those that fit less well are folded. */
  function group([page, ...sections]) {
    const better = sections.filter(({ score }) => score >= page.score), rest = sections.filter(({ score }) => score < page.score)
    const item = element("li", { className: "md-search-result__item" }, entry(page, true, !better.length || page.score > 0), ...better.map(hit => entry(hit, false, true)))
    if (rest.length) {
      const more = rest.length === 1 ? said.moreOne : said.moreOther.replace("#", rest.length)
      item.append(element("details", { className: "md-search-result__more" },
        element("summary", { tabIndex: -1 }, element("div", { textContent: more })), ...rest.map(hit => entry(hit, false, true))))
    }
    return item
  }

  function show(items) {
    meta.textContent = !field.value.trim() ? said.placeholder : !items.length ? said.none : items.length === 1 ? said.one : said.other.replace("#", items.length)
    list.replaceChildren(...items.map(group))
    list.parentElement.parentElement.scrollTop = 0
  }

  function open() {
    toggle.checked = true
    field.focus()
  }

  function find() {
    start()
    if (field.value === latest) return
    latest = field.value
    ask(latest)
  }

  const cover = () => document.documentElement.classList.toggle("covered", toggle.checked && innerWidth < 960)

  field.addEventListener("focus", () => { toggle.checked = true; cover(); find() })
  field.addEventListener("input", find)
  toggle.addEventListener("change", () => { if (toggle.checked) field.focus(); else field.blur(); cover() })
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) { toggle.checked = false; cover() }
  })
  box.querySelector("form").addEventListener("reset", () => setTimeout(() => { find(); field.focus() }))
  box.querySelector("form").addEventListener("submit", event => {
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  box.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [field, ...list.querySelectorAll(":scope > li > a, summary, details[open] > a")]
    if (!step) return
    event.preventDefault()
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus()
  })
  list.addEventListener("click", ({ target }) => { if (target.closest("a")) { toggle.checked = false; cover() } })

  /* A field elsewhere that searches hands its words to the box; so does an address with ?q=. */
  for (const form of document.querySelectorAll("article form[role=search]"))
    form.addEventListener("submit", event => {
      event.preventDefault()
      field.value = new FormData(form).get("q")
      open()
      find()
    })
  const asked = new URLSearchParams(location.search).get("q")
  if (asked) {
    field.value = asked
    open()
    find()
  }
})()
