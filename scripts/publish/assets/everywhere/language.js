/* The language switch keeps the section that is read and what the address asks for (a filter, a comparison), and the choice is remembered. */

(() => {
  const article = document.querySelector("article")

  /* The section being read: the last heading above the upper third of the window. */
  function section() {
    let here = ""
    for (const heading of article?.querySelectorAll("h2[id], h3[id]") ?? [])
      if (heading.getBoundingClientRect().top < innerHeight / 3) here = "#" + heading.id
    return here || (scrollY < innerHeight / 3 ? "" : location.hash)
  }

  /* Words that a search has marked are of one language, and stay behind. */
  function query() {
    const asked = new URLSearchParams(location.search)
    if (!asked.has("h") && !asked.has("q")) return location.search
    for (const name of ["h", "q"]) asked.delete(name)
    return asked.size ? "?" + asked : ""
  }

  for (const link of document.querySelectorAll("a[data-language]")) {
    const bring = () => Object.assign(link, { search: query(), hash: section() })
    for (const before of ["pointerdown", "focus", "contextmenu", "click"]) link.addEventListener(before, bring) // however it is opened, also in another tab
    link.addEventListener("click", () => { try { localStorage.setItem("language", link.dataset.language) } catch {} })
  }
})()
