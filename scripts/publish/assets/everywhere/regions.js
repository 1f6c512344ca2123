/* A region that scrolls sideways takes focus, and says what it is; one that fits does not. A formula wider than its line becomes such a region. */

(() => {
  const article = document.querySelector("article")
  if (!article) return
  const REGIONS = "div.arithmatex, span.arithmatex.display, .scroll, .overview td:nth-child(2) > :last-child, .derivation .line, .facts dd, .jp-OutputArea-output, .jp-InputArea pre, .jp-OutputArea-output pre, pre > code, .tabbed-labels"
  const label = document.querySelector("[data-scroll-label]")?.dataset.scrollLabel ?? ""
  const roomy = new Set([...article.querySelectorAll("span.arithmatex:not(.display)")].filter(formula => !formula.closest(".line, .facts, figcaption, .scroll")))
  const seen = new Set()

  /* First all is measured, then all is set: the page is laid out once. */
  function measure(regions) {
    const moving = regions.map(region => region.scrollWidth > region.clientWidth + 1)
    regions.forEach((region, i) => {
      if (moving[i]) {
        region.tabIndex = 0
        if (!region.matches("dd, pre")) {
          region.setAttribute("role", "group")
          region.setAttribute("aria-label", label)
        }
      } else if (region.hasAttribute("tabindex")) for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name)
    })
  }

  function fit(formulas) {
    const stop = formula => formula.closest(".nowrap") ? parseFloat(getComputedStyle(formula).fontSize) : 0 // the full stop that keeps to it
    const wide = formulas.map(formula => formula.firstElementChild?.getBoundingClientRect().width + stop(formula) > (formula.closest("p, li, dd, td, div")?.clientWidth ?? Infinity))
    formulas.forEach((formula, i) => {
      if (wide[i] === formula.classList.contains("wide")) return
      formula.classList.toggle("wide", wide[i])
      formula.closest(".nowrap")?.classList.toggle("loose", wide[i])
    })
  }

  /* What is far below is not laid out, and is measured when it comes near. */
  const near = new IntersectionObserver(entries => look(entries.filter(entry => entry.isIntersecting).map(entry => entry.target)), { rootMargin: "400px" })
  function look(elements) {
    fit(elements.filter(element => roomy.has(element)))
    for (const element of elements) seen.add(element)
    measure(elements.filter(element => !roomy.has(element) || element.classList.contains("wide")))
  }
  const all = [...roomy, ...article.querySelectorAll(REGIONS)]
  for (const element of all) near.observe(element)

  /* Who goes by the Tab key comes to each of them, wherever it is. */
  const root = document.documentElement.classList
  addEventListener("keydown", event => {
    if (event.key !== "Tab" || root.contains("by-keys")) return
    root.add("by-keys")
    look(all)
  }, true)

  const again = () => look([...seen])
  document.fonts.ready.then(again)
  let width = 0 // unknown: asking for it here would lay the page out before it is whole
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; again() } })
  addEventListener("toggle", again, true)
})()
