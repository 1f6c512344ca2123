/* A region that scrolls sideways takes focus, and says what it is; one that fits does not. A formula wider than its line becomes such a region. */

(() => {
  const article = document.querySelector("article")
  if (!article) return
  const REGIONS = "div.arithmatex, span.arithmatex.display, .scroll, .overview td:nth-child(2) > :last-child, .derivation .line, .facts dd, .jp-OutputArea-output, .jp-InputArea pre, .jp-OutputArea-output pre, pre > code"
  const label = document.querySelector("[data-scroll-label]")?.dataset.scrollLabel ?? ""
  const roomy = [...article.querySelectorAll("span.arithmatex:not(.display)")].filter(formula => !formula.closest(".line, .facts, figcaption, .scroll"))
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

  function fit() {
    const stop = formula => formula.closest(".nowrap") ? parseFloat(getComputedStyle(formula).fontSize) : 0 // the full stop that keeps to it
    const wide = roomy.map(formula => formula.firstElementChild?.getBoundingClientRect().width + stop(formula) > (formula.closest("p, li, dd, td, div")?.clientWidth ?? Infinity))
    roomy.forEach((formula, i) => {
      if (wide[i] === formula.classList.contains("wide")) return
      formula.classList.toggle("wide", wide[i])
      formula.closest(".nowrap")?.classList.toggle("loose", wide[i])
      if (wide[i]) near.observe(formula)
      else near.unobserve(formula)
    })
  }

  /* What is far below is measured when it comes near. */
  const near = new IntersectionObserver(entries => {
    const regions = entries.filter(entry => entry.isIntersecting).map(entry => entry.target)
    for (const region of regions) seen.add(region)
    measure(regions)
  }, { rootMargin: "400px" })
  for (const region of article.querySelectorAll(REGIONS)) near.observe(region)

  /* The rest is measured once nothing else is to be done, so that the Tab key leaves none out. */
  const idle = self.requestIdleCallback ?? (work => setTimeout(work, 200))
  addEventListener("load", () => idle(() => {
    const regions = [...article.querySelectorAll(REGIONS)]
    for (const region of regions) seen.add(region)
    measure(regions)
  }))

  const again = () => { fit(); measure([...seen]) }
  fit()
  document.fonts.ready.then(again)
  let width = innerWidth
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; again() } })
  addEventListener("toggle", again, true)
})()
