/* What every page does once it is read: the language switch keeps the section, search hears every kind of typing, and whatever scrolls sideways can be reached by keyboard. */

const article = document.querySelector("article")

/* The section being read: the last heading above the upper third of the window. */
function section() {
  let here = ""
  for (const heading of article?.querySelectorAll("h2[id], h3[id]") ?? [])
    if (heading.getBoundingClientRect().top < innerHeight / 3) here = "#" + heading.id
  return here || (scrollY < innerHeight / 3 ? "" : location.hash)
}

for (const link of document.querySelectorAll("a[data-language]"))
  link.addEventListener("click", () => {
    link.hash = section()
    try { localStorage.setItem("language", link.dataset.language) } catch {}
  })

/* Material's search listens for keys only; pasted, dictated and composed text arrives without one. */
const box = document.querySelector(".md-search__input")
box?.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })))

/* A region that scrolls takes focus, and says what it is; one that fits does not. */
const SCROLLERS = "div.arithmatex, span.arithmatex.display, .scroll, .overview td:nth-child(2) > :last-child, .derivation .line, .facts dd, .jp-OutputArea-output, .jp-InputArea pre, .jp-OutputArea-output pre"
const label = document.querySelector("[data-scroll-label]")?.dataset.scrollLabel ?? ""
const inline = [...(article?.querySelectorAll("span.arithmatex:not(.display)") ?? [])]

function reach() {
  const roomy = inline.filter(formula => !formula.closest(".line, .facts, figcaption, .scroll"))
  const stop = formula => formula.closest(".nowrap") ? parseFloat(getComputedStyle(formula).fontSize) : 0 // the full stop that keeps to it
  const wide = roomy.filter(formula => formula.firstElementChild?.getBoundingClientRect().width + stop(formula) > (formula.closest("p, li, dd, td, div")?.clientWidth ?? Infinity))
  for (const formula of roomy) formula.classList.toggle("wide", wide.includes(formula))
  const regions = [...(article?.querySelectorAll(SCROLLERS) ?? []), ...wide]
  const moving = regions.map(region => region.scrollWidth > region.clientWidth + 1)
  regions.forEach((region, i) => {
    if (moving[i]) {
      region.tabIndex = 0
      if (!region.matches("dd, pre")) {
        region.setAttribute("role", "group")
        region.setAttribute("aria-label", label)
      }
    } else for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name)
  })
}

if (article) {
  // Material wraps each copy button in a landmark without a name.
  new MutationObserver(() => {
    article.querySelectorAll("nav.md-code__nav").forEach((bar, i) => { bar.ariaLabel = `${bar.firstElementChild?.title ?? ""} ${i + 1}` })
  }).observe(article, { childList: true, subtree: true })
  reach()
  document.fonts.ready.then(reach)
  let width = innerWidth
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; reach() } })
  addEventListener("toggle", reach, true)
}
