/* The list of pages: the page that is read is in sight of its column. On a narrow screen the list is a drawer, which a link within the page closes. */

(() => {
  const column = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap"), drawer = document.getElementById("__drawer")
  const here = column?.querySelector(".md-nav__link--active[href]")
  if (!here) return
  new IntersectionObserver(([{ boundingClientRect, intersectionRatio, rootBounds }], watch) => {
    watch.disconnect()
    if (rootBounds && boundingClientRect.height && intersectionRatio < 1) column.scrollTop += boundingClientRect.top - rootBounds.top - rootBounds.height / 2
  }, { root: column }).observe(here)
  column.addEventListener("click", ({ target }) => { if (target.closest("a[href]")) drawer.checked = false })
  drawer.addEventListener("change", () => document.documentElement.classList.toggle("covered", drawer.checked))
})()
