/* The script of a figure that lives, added when the figure comes into the window: who never scrolls there never loads it. */

(() => {
  const source = new URL("explorer.js", document.currentScript.src).href, figures = document.querySelectorAll(".explorer")
  const near = new IntersectionObserver(entries => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    near.disconnect()
    document.head.append(Object.assign(document.createElement("script"), { src: source }))
  })
  for (const figure of figures) near.observe(figure)
})()
