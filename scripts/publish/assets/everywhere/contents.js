/* The table of contents follows the reading: the section that is read stands out, those before it step back. */

(() => {
  const pairs = [...document.querySelectorAll(".md-sidebar .md-nav--secondary a[href^='#']")]
    .map(link => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]).filter(([, heading]) => heading)
  if (!pairs.length) return
  let waiting = false

  function follow() {
    waiting = false
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
    const passed = pairs.map(([, heading]) => heading.getBoundingClientRect().top < 80), last = end ? pairs.at(-1)[1] : pairs[passed.lastIndexOf(true)]?.[1]
    for (const [i, [link, heading]] of pairs.entries()) {
      const active = heading === last && scrollY > 0
      link.classList.toggle("md-nav__link--active", active)
      link.classList.toggle("md-nav__link--passed", (passed[i] || end) && !active && scrollY > 0)
      if (active) link.setAttribute("aria-current", "location")
      else link.removeAttribute("aria-current")
      if (active) keep(link)
    }
  }

  /* Within its own column the link stays in sight. */
  function keep(link) {
    const column = link.closest(".md-sidebar__scrollwrap"), box = column.getBoundingClientRect(), { top, bottom } = link.getBoundingClientRect()
    if (bottom > top && (top < box.top || bottom > box.bottom)) column.scrollTop += top - box.top - box.height / 2
  }

  addEventListener("scroll", () => { if (!waiting) waiting = Boolean(requestAnimationFrame(follow)) }, { passive: true })
})()
