/* Of the sayings on the home page, the one of the day: another each day, by the date in UTC, and the same for all readers. */

for (const all of document.querySelectorAll(".sayings noscript")) {
  const sayings = all.textContent.split("<li>").slice(1), today = Math.floor(Date.now() / 864e5) % sayings.length
  all.parentElement.querySelector("li").innerHTML = sayings[today]
}

/* The whole page is read by now: what stands below the doors moves no more. */
document.querySelector(".front .lede").classList.add("come")
