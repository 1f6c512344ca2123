/* Before anything is painted: the light that the reader chose last time. Without a choice the style sheet follows the system.
   The only script that a page waits for; all others come after the page. */

(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  try {
    const chosen = localStorage.getItem("theme")
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen
  } catch {} // a browser that keeps nothing follows the system
})()
