/* The script of figures that live, added when the first of them comes into the window: who never scrolls there never loads it. */

(() => {
  const here = document.currentScript.src
  const figures = document.querySelectorAll("figure.live")
  const near = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    near.disconnect()
    for (const figure of figures) figure.classList.add("near")
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("live.js", here).href }))
  })
  for (const figure of figures) near.observe(figure)
})()
