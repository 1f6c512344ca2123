/* Of the sayings on the home page, the one of the day: another each day, by the date in UTC, and the same for all readers. */

for (const list of document.querySelectorAll(".sayings ul")) {
  const sayings = [...list.children], today = Math.floor(Date.now() / 864e5) % sayings.length
  sayings.forEach((saying, day) => saying.classList.toggle("today", day === today))
}

/* The whole page is read by now: what stands below the doors moves no more. */
document.querySelector(".front").classList.add("come")
