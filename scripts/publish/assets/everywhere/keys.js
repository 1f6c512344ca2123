/* Keys: / s f search, n . the next page, p , the one before, Esc closes what lies over the page, Enter presses a label. */

(() => {
  const search = document.getElementById("__search"), drawer = document.getElementById("__drawer")
  const go = where => document.querySelector(`.md-footer__link--${where}`)?.href
  const close = box => { if (box?.checked) { box.checked = false; box.dispatchEvent(new Event("change")) } }

  addEventListener("keydown", event => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (key === "Escape") {
      close(search)
      close(drawer)
      return
    }
    if (target.closest?.("input, select, textarea, [contenteditable], [role=slider]")) return
    if (key === "Enter" && target.matches("label[for]")) target.click()
    if ((key === "/" || key === "s" || key === "f") && search) {
      search.checked = true
      search.dispatchEvent(new Event("change"))
      event.preventDefault()
    }
    const page = key === "n" || key === "." ? go("next") : key === "p" || key === "," ? go("prev") : null
    if (page) location.assign(page)
  })
})()
