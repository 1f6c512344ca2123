/* What is folded opens where it is wanted: for an address that leads into it, and for paper. */

(() => {
  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    let folded = false
    for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) if (!box.open) folded = box.open = true
    if (folded) target.scrollIntoView()
  }

  addEventListener("hashchange", open)
  open()
  let unfolded = []
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("article details:not([open])")]
    for (const box of unfolded) box.open = true
  })
  addEventListener("afterprint", () => { for (const box of unfolded) box.open = false })
})()
