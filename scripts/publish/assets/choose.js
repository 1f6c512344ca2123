/* Pages outside the languages: the one chosen last time is opened at once, and a search is sent on to the page that searches. */

(() => {
  const links = [...document.querySelectorAll("a[data-language]")], lost = document.querySelector(".lost")
  // Only a language of ours, only where nothing in the address asks to choose again.
  try {
    const chosen = localStorage.getItem("language")
    if (!lost && links.some(link => link.dataset.language === chosen) && !location.search.includes("choose")) location.replace(links.find(link => link.dataset.language === chosen).href)
  } catch {}
  for (const link of links) link.addEventListener("click", () => { try { localStorage.setItem("language", link.dataset.language) } catch {} })
  for (const form of document.querySelectorAll("form[role=search]"))
    form.addEventListener("submit", event => {
      event.preventDefault() // the policy of the site lets no form leave a page
      const address = new URL(form.action)
      address.searchParams.set("q", new FormData(form).get("q"))
      location.assign(address)
    })
})()
