/* The button back to the top comes when a reader far down turns upwards, and goes when the reading goes on. */

(() => {
  const button = document.querySelector(".md-top")
  if (!button) return
  let last = 0 // asking for the place here would lay the page out before it is whole
  addEventListener("scroll", () => {
    const up = scrollY < last && scrollY > innerHeight
    if (button.hidden === up) button.hidden = !up
    last = scrollY
  }, { passive: true })
  button.addEventListener("click", () => {
    scrollTo({ top: 0, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" })
    document.querySelector(".md-skip, .md-logo")?.focus({ preventScroll: true })
  })
})()
