/* A second function in the plot: the list and its tables come when a reader asks for them; the one that is shown stands in the address. */

(() => {
const plot = document.querySelector(".plot"), button = plot.querySelector(".with"), row = plot.querySelector(".second")

const draw = async (select, id) => {
  const rows = id ? await table(`curves/${id}`) : null
  if (select.value !== id) return // another was chosen meanwhile
  row.hidden = !rows
  row.querySelector("b").textContent = rows ? select.selectedOptions[0].text : ""
  plot.dispatchEvent(new CustomEvent("draw", { detail: { other: rows && { table: rows, name: select.selectedOptions[0].text }, query: { with: id || null } } }))
}

/* The button gives way to the list. */
async function open(id) {
  const known = await table("plotted")
  if (!button.isConnected) return
  const select = Object.assign(document.createElement("select"), { name: "with" })
  select.setAttribute("aria-label", button.textContent)
  select.append(new Option(button.textContent, ""), ...Object.entries(known).filter(([other]) => other !== plot.dataset.function).map(([other, name]) => new Option(name, other)))
  select.addEventListener("change", () => draw(select, select.value))
  button.replaceWith(select)
  if (id && known[id] && id !== plot.dataset.function) { select.value = id; draw(select, id) }
  return select
}

button.addEventListener("click", async () => {
  const select = await open()
  select?.focus()
  try { select?.showPicker?.() } catch {} // only shortly after a click
})
const asked = new URLSearchParams(location.search).get("with")
if (asked) open(asked)
})()
