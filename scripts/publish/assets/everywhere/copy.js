/* A button at each listing copies it, and says so. */

(() => {
  const dialog = document.querySelector(".md-dialog"), { copy, copied } = document.body.querySelector("[data-copy]")?.dataset ?? {}
  if (!copy) return
  const said = dialog.firstElementChild
  let timer

  async function take(text) {
    try {
      await navigator.clipboard.writeText(text)
    } catch { // an address without https has no clipboard; the older way needs a field that is selected
      const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true })
      Object.assign(field.style, { position: "fixed", opacity: 0 })
      document.body.append(field)
      field.select()
      document.execCommand("copy")
      field.remove()
    }
    said.textContent = copied
    dialog.classList.add("md-dialog--active")
    clearTimeout(timer)
    timer = setTimeout(() => dialog.classList.remove("md-dialog--active"), 2000)
  }

  said.setAttribute("role", "status")
  document.querySelectorAll("article pre > code").forEach((code, i) => {
    const bar = Object.assign(document.createElement("span"), { className: "md-code__nav" })
    const button = Object.assign(document.createElement("button"), { type: "button", className: "md-code__button", title: copy, ariaLabel: `${copy} ${i + 1}` })
    button.dataset.mdType = "copy"
    button.addEventListener("click", () => { take(code.textContent.replace(/\n$/, "")); button.focus() })
    bar.append(button)
    code.before(bar)
  })
})()
