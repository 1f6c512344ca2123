/* A table, filtered and sorted: the index of functions, and who uses which. What a row has stands in its data attributes; what was asked stands in the address. */

(() => {
const form = document.querySelector("form.facets"), table = document.querySelector("table[data-orders]")
const body = table.tBodies[0], rows = [...body.rows], orders = table.dataset.orders.split(" ")
const count = document.querySelector(".count output"), view = document.querySelector(".count .view")
const places = new Map(rows.map(row => [row, JSON.parse(row.dataset.order)]))

table.classList.add("sorts")

/* A header sorts when pressed, and the other way round when pressed again. */
for (const head of table.tHead.rows[0].cells) {
  if (!head.dataset.by) continue
  const button = document.createElement("button")
  button.type = "button"
  button.append(...head.childNodes)
  head.append(button)
  button.addEventListener("click", () => {
    const again = sorted() === head.dataset.by
    form.elements.down.checked = again && !form.elements.down.checked
    form.elements.sort.value = head.dataset.by
    apply()
  })
}

const sorted = () => form.elements.sort.value || orders[0]

function sort() {
  const by = orders.indexOf(sorted()), way = form.elements.down.checked ? -1 : 1
  // A function that the order has no place for comes last either way.
  const key = row => places.get(row)[by] ?? way * Infinity
  body.append(...[...rows].sort((a, b) => way * (key(a) - key(b)) || 0))
  for (const head of table.tHead.rows[0].cells)
    if (head.dataset.by === orders[by]) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending")
    else head.removeAttribute("aria-sort")
}

function apply() {
  const asked = [...new FormData(form)].filter(([, value]) => value)
  const wanted = asked.filter(([name]) => name !== "sort" && name !== "down")
  for (const row of rows) row.hidden = !wanted.every(([name, value]) => row.dataset[name]?.split(" ").includes(value))
  sort()
  const said = count.dataset.said.replace("{shown}", rows.filter(row => !row.hidden).length).replace("{all}", rows.length)
  if (count.value !== said) count.value = said
  const query = asked.length ? "?" + new URLSearchParams(asked) : ""
  history.replaceState(history.state, "", location.pathname + query + location.hash)
  view.href = query || "?"
  view.title = view.dataset.at + query
}

for (const [name, value] of new URLSearchParams(location.search)) {
  const control = form.elements[name]
  if (control instanceof HTMLSelectElement) control.value = [...control.options].some(option => option.value === value) ? value : ""
  else for (const box of control instanceof RadioNodeList ? control : control?.type === "checkbox" ? [control] : []) box.checked ||= box.value === value
}
form.addEventListener("input", apply)
form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("reset", () => setTimeout(apply))
apply()
})()
