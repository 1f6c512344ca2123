/* Once the title of the page has left the window, the header shows it in the place of the site's name. */

(() => {
  const heading = document.querySelector("article h1"), title = document.querySelector(".md-header__title")
  if (!heading || !title) return
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    title.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.bottom < 100)
  }, { rootMargin: "-50px 0px 0px" }).observe(heading)
})()
