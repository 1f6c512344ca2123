/* The plot of a function: a point goes along the rows of the table that the module computed, with its tangent. Where it stands is computed here; no number that is shown is.

   The scripts beside this one give it other tables by the event `draw`: `own` in the place of the function's, `other` beside it, and `query` for the address. */

(() => {
const SVG = "http://www.w3.org/2000/svg", ORDERS = ["value", "derivative", "second_derivative"], STROKE = 46
const plot = document.querySelector(".plot"), stage = plot.querySelector(".stage"), svg = stage.querySelector("svg")
const [left, right, top, bottom] = svg.dataset.box.split(" ").map(Number), [reach, low, high] = svg.dataset.window.split(" ").map(Number)
const boxes = [...plot.querySelectorAll("[name=show]")], asked = new URLSearchParams(location.search)
const across = x => left + (x + reach) / (2 * reach) * (right - left)
const up = y => bottom - (y - low) / (high - low) * (bottom - top)
const inside = y => y >= low && y <= high
const plain = number => Number(number.toPrecision(4)).toString().replace(/e([+-]\d+)$/, " × 10^$1").replace("^+", "^").replace(/-/g, "−")
const set = (element, attributes) => { for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value) }

let usual, own, other = null, x = Number(plot.dataset.at), late

/* The rows that the code itself answers with: at a kink the middle one of three. */
const stops = table => table.x.flatMap((at, row) => Math.abs(at) <= reach && (table.x[row - 1] === at) === (table.x[row + 1] === at) ? [row] : [])
const nearest = (table, wanted) => stops(table).reduce((best, row) => Math.abs(table.x[row] - wanted) < Math.abs(table.x[best] - wanted) ? row : best)

/* Two rows of one x with different values are a jump: the line stops and begins again. Far outside the window it is enough to be outside. */
function path(table, order) {
  const y = table[order], room = high - low
  return table.x.map((at, row) => Math.abs(at) > reach ? "" : `${row && Math.abs(table.x[row - 1]) <= reach && !(table.x[row - 1] === at && y[row - 1] !== y[row]) ? "L" : "M"}${across(at).toFixed(1)} ${up(Math.max(low - room, Math.min(high + room, y[row]))).toFixed(1)}`).join("")
}

function element(name, className, before) {
  const made = svg.querySelector(`.${className.replaceAll(" ", ".")}`) ?? before.parentNode.insertBefore(document.createElementNS(SVG, name), before)
  set(made, { class: className })
  return made
}

function curves(table, kind) {
  for (const order of ORDERS)
    set(element("path", `line ${order}${kind}`, svg.querySelector(".tangent")), { d: table ? path(table, order) : "" })
}

/* What belongs to a curve that is not chosen, or lies outside the window, is hidden. */
function show(shape, visible) { shape.toggleAttribute("hidden", !visible) }
const chosen = order => boxes[ORDERS.indexOf(order)].checked

function dots(table, row, kind) {
  for (const order of ORDERS) {
    const dot = kind || order !== "value" ? element("circle", `dot ${order}${kind}`, svg.querySelector(".point")) : svg.querySelector(".point")
    const y = row === undefined ? undefined : table[order][row]
    show(dot, y !== undefined && inside(y) && chosen(order))
    if (y !== undefined) set(dot, { cx: across(table.x[row]), cy: up(y), r: dot.getAttribute("r") ?? 3.5 })
  }
}

function go(to) {
  const row = nearest(own, to)
  x = own.x[row]
  dots(own, row, "")
  const y = own.value[row], dx = (right - left) / (2 * reach), dy = (top - bottom) / (high - low) * own.derivative[row], scale = STROKE / Math.hypot(dx, dy)
  const tangent = svg.querySelector(".tangent")
  show(tangent, inside(y) && chosen("value"))
  set(tangent, { x1: across(x) - dx * scale, y1: up(y) - dy * scale, x2: across(x) + dx * scale, y2: up(y) + dy * scale })
  // The other function is read at the same x, or not at all.
  const beside = other ? stops(other.table).find(row => other.table.x[row] === x) : undefined
  if (other) dots(other.table, beside, " other")
  const said = (table, row) => ORDERS.map(order => row === undefined ? "–" : plain(table[order][row]))
  const names = boxes.map(box => box.parentElement.textContent.trim().split(" ")[0])
  const spoken = [`x ${plain(x)}`, ...said(own, row).map((value, i) => `${names[i]} ${value}`)]
  plot.querySelector("[data-of=x]").value = plain(x)
  ORDERS.forEach((order, i) => {
    plot.querySelector(`[data-of=${order}]`).value = said(own, row)[i]
    const second = plot.querySelector(`[data-other=${order}]`)
    if (second && other) second.value = said(other.table, beside)[i]
  })
  if (other) spoken.push(other.name, ...said(other.table, beside).map((value, i) => `${names[i]} ${value}`))
  set(stage, { "aria-valuenow": x, "aria-valuetext": spoken.join(", ") })
}

function redraw() {
  curves(own, "")
  if (other) curves(other.table, " other")
  for (const shape of svg.querySelectorAll(".line")) show(shape, chosen(ORDERS.find(order => shape.classList.contains(order))) && (other || !shape.classList.contains("other")))
  for (const dot of svg.querySelectorAll(".dot.other")) show(dot, other)
  for (const mark of svg.querySelectorAll(".mark")) show(mark, own === usual && chosen("value"))
  plot.classList.toggle("bent", own !== usual) // the landmark that is named is that of the default parameters
  go(x)
}

/* The address says what is shown, once the reader has chosen it. */
function remember(query) {
  for (const [key, value] of Object.entries(query)) value === null ? asked.delete(key) : asked.set(key, value)
  clearTimeout(late)
  late = setTimeout(() => history.replaceState(history.state, "", location.pathname + (asked.size ? `?${asked}`.replaceAll("%2C", ",") : "") + location.hash), 200)
}

/* The table comes with the first touch, key or focus. */
let coming
const ready = () => coming ??= table(`curves/${plot.dataset.function}`).then(found => { own ??= found; usual = found; redraw() })
for (const touch of ["pointerenter", "focusin", "pointerdown"]) plot.addEventListener(touch, ready, { passive: true })

const under = event => {
  const box = svg.getBoundingClientRect(), across = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width
  return (across - left) / (right - left) * 2 * reach - reach
}
stage.addEventListener("pointerdown", event => { stage.setPointerCapture(event.pointerId); stage.focus({ preventScroll: true }); ready().then(() => { go(under(event)); remember({ x }) }) })
stage.addEventListener("pointermove", event => { if (event.buttons || event.pointerType === "mouse") ready().then(() => { go(under(event)); if (event.buttons) remember({ x }) }) })
stage.addEventListener("keydown", async event => {
  const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity }
  if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  await ready()
  const rows = stops(own), at = rows.indexOf(nearest(own, x)) + steps[event.key]
  go(own.x[rows[Math.max(0, Math.min(rows.length - 1, at))]])
  remember({ x })
})
plot.addEventListener("change", event => {
  if (event.target.name === "show") ready().then(() => { redraw(); remember({ show: boxes.filter(box => box.checked).map(box => box.value).join(",") }) })
})
plot.addEventListener("submit", event => event.preventDefault())
plot.addEventListener("draw", ({ detail }) => ready().then(() => {
  if ("own" in detail) own = detail.own ?? usual
  if ("other" in detail) other = detail.other
  remember(detail.query)
  redraw()
}))

set(stage, { role: "slider", tabindex: 0, "aria-label": stage.dataset.label, "aria-valuemin": -reach, "aria-valuemax": reach, "aria-valuenow": x, "aria-valuetext": `x ${plain(x)}` })
if (asked.has("show")) for (const box of boxes) box.checked = asked.get("show").split(",").includes(box.value)
if (asked.has("x") && Number.isFinite(Number(asked.get("x")))) x = Number(asked.get("x"))
if (asked.has("x") || asked.has("show")) ready()
})()
