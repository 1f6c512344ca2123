/* The button for light and dark goes round: as the system has it, light, dark. Other open pages of the site follow. */

(() => {
  const root = document.documentElement, button = document.querySelector("button.theme"), ROUND = ["auto", "light", "dark"]
  if (!button) return
  const now = () => root.dataset.theme ?? "auto", names = JSON.parse(button.dataset.names)

  function show(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme
    else delete root.dataset.theme
    button.title = button.ariaLabel = names[ROUND.indexOf(now())]
  }

  button.addEventListener("click", () => {
    show(ROUND[(ROUND.indexOf(now()) + 1) % ROUND.length])
    try { localStorage.setItem("theme", now()) } catch {}
  })
  addEventListener("storage", ({ key, newValue }) => { if (key === "theme") show(newValue) })
  show(now())
})()
