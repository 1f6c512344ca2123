/* Up to four curves and their derivatives, drawn from the tables that the module computed; nothing is computed here. */

(() => {
const SVG = "http://www.w3.org/2000/svg"
const ORDERS = ["value", "derivative", "second_derivative"]
const DASHES = ["", "9 4", "2.5 4", "10 3.5 2.5 3.5"]
const TALLEST = [Infinity, 4, 4] // beyond it a panel cuts the curve off; the value panel is at most as high as it is wide
const LEFT = 40, TOP = 30, BOTTOM = 26, GAP = 14 // pixels

const root = document.querySelector(".compare"), form = root.querySelector("form"), stage = root.querySelector(".stage")
const slider = root.querySelector("[type=range]"), readout = root.querySelector("tbody"), view = root.querySelector(".view")
const choices = [...form.querySelectorAll("select[name=f]")], boxes = [...form.querySelectorAll("[name=show]")]
let move = () => {}

const plain = number => Number(number.toPrecision(4)).toString().replace(/e([+-]\d+)$/, " × 10^$1").replace("^+", "^").replace(/-/g, "−")

function draw(name, attributes, parent, text) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text !== undefined) element.textContent = text
  return parent.appendChild(element)
}

/* Ticks at 1, 2 or 5 times a power of ten, about four of them. */
function ticks(low, high) {
  const rough = (high - low) / 4, power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map(m => m * power).find(s => s >= rough)
  return Array.from({ length: Math.floor(high / step) - Math.ceil(low / step) + 1 }, (_, i) => (Math.ceil(low / step) + i) * step)
}

/* The row of x that the code itself answers with: at a kink the middle one of three. */
function at({ x }, wanted) {
  const first = x.findIndex(v => Math.abs(v - wanted) < 1e-9)
  return x[first + 2] === x[first] ? first + 1 : first
}

function asked() {
  const ids = choices.map(choice => choice.value)
  return {
    chosen: ids.flatMap((id, line) => id && ids.indexOf(id) === line ? [{ id, line, name: choices[line].selectedOptions[0].text }] : []),
    shown: boxes.filter(box => box.checked).map(box => Number(box.value)),
    reach: Number(form.elements.reach.value),
    x: Number(slider.value),
  }
}

function panel(svg, top, width, height, order, { chosen, reach }, curves) {
  const series = curves.map(curve => curve[ORDERS[order]]), tallest = Math.min(TALLEST[order], reach)
  const seen = series.flatMap((values, i) => values.filter((_, row) => Math.abs(curves[i].x[row]) <= reach)).map(v => Math.max(-tallest, Math.min(tallest, v)))
  const least = Math.min(0, ...seen), most = Math.max(order ? 0.1 : 1, ...seen), room = (most - least) * 0.05
  const low = least - room, high = most + room, right = width - margin(chosen, width)
  const across = v => LEFT + (v + reach) / (2 * reach) * (right - LEFT)
  const up = v => top + TOP + (high - v) / (high - low) * (height - TOP - BOTTOM)
  const clip = `panel-${order}`
  draw("rect", { x: LEFT, y: up(high), width: right - LEFT, height: up(low) - up(high) }, draw("clipPath", { id: clip }, svg))
  draw("path", { class: "axis", d: `M${LEFT} ${up(0)}H${right}M${across(0)} ${up(low)}V${up(high)}`, stroke: "var(--muted)", "stroke-width": 0.8 }, svg)
  draw("text", { x: LEFT - 30, y: top + 16, fill: "var(--ink)", "font-weight": 600 }, svg, boxes[order].dataset.name)
  for (const v of [-1, -0.5, 0, 0.5, 1].map(part => part * reach)) draw("text", { x: across(v), y: up(low) + 18, "text-anchor": "middle", fill: "var(--muted)" }, svg, plain(v))
  for (const v of ticks(low, high)) draw("text", { x: LEFT - 8, y: up(v) + 4, "text-anchor": "end", fill: "var(--muted)" }, svg, plain(v))
  chosen.forEach(({ line }, i) => {
    const { x } = curves[i], y = series[i]
    // Two rows of one x with different values are a jump: the line stops and begins again.
    const path = x.map((v, row) => `${row && !(x[row - 1] === v && y[row - 1] !== y[row]) ? "L" : "M"}${across(v).toFixed(1)} ${up(Math.max(low - 9, Math.min(high + 9, y[row]))).toFixed(1)}`).join("")
    draw("path", { d: path, fill: "none", stroke: `var(--c${line + 1})`, "stroke-width": 2.2, "stroke-dasharray": DASHES[line], "clip-path": `url(#${clip})` }, svg)
  })
  if (right < width - 20) label(svg, right, chosen.map(({ line, name }, i) => {
    const y = series[i][at(curves[i], reach)]
    return { line, name, y: up(Math.max(low, Math.min(high, y))) }
  }), up(high))
  return { across, inside: v => v >= low && v <= high, up, top: up(high), foot: up(low), right }
}

/* Names at the ends of the lines, moved apart where they would touch. */
function label(svg, x, names, ceiling) {
  names.sort((a, b) => a.y - b.y)
  let last = ceiling - 16
  for (const name of names) last = name.place = Math.max(name.y, last + 16)
  for (const { line, name, place } of names) draw("text", { x: x + 8, y: place + 4, fill: `var(--c${line + 1}-word)` }, svg, name)
}

const margin = (chosen, width) => width < 520 ? 8 : 16 + 7.6 * Math.max(0, ...chosen.map(({ name }) => name.length))

function render(state, curves) {
  const { chosen, shown, reach } = state, width = stage.clientWidth
  const height = width < 520 ? 240 : 300, whole = shown.length * height + Math.max(0, shown.length - 1) * GAP
  const svg = document.createElementNS(SVG, "svg")
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${width} ${whole}`, width, height: whole, role: "img", "font-size": 13 })) svg.setAttribute(key, value)
  svg.setAttribute("aria-label", `${chosen.map(({ name }) => name).join(", ")}: ${shown.map(order => boxes[order].dataset.name).join(", ")}`)
  const panels = shown.map((order, i) => panel(svg, i * (height + GAP), width, height, order, state, curves))
  const cursor = draw("g", { class: "cursor" }, svg)
  stage.replaceChildren(svg)

  move = () => {
    const x = Math.max(-reach, Math.min(reach, Number(slider.value)))
    cursor.replaceChildren()
    for (const { across, top, foot } of panels) draw("path", { d: `M${across(x)} ${top}V${foot}`, stroke: "var(--muted)", "stroke-dasharray": "2 3" }, cursor)
    readout.replaceChildren(...chosen.map(({ id, line, name }, i) => {
      const row = at(curves[i], x), tr = document.createElement("tr"), head = document.createElement("th"), link = document.createElement("a")
      Object.assign(link, { href: root.dataset.page.replace("{id}", id) + (location.protocol === "file:" ? "index.html" : ""), textContent: name })
      head.scope = "row"
      head.append(choices[line].parentElement.querySelector("svg").cloneNode(true), link)
      tr.append(head, ...ORDERS.map(order => Object.assign(document.createElement("td"), { textContent: plain(curves[i][order][row]) })))
      shown.forEach((order, p) => {
        const y = curves[i][ORDERS[order]][row]
        if (panels[p].inside(y)) draw("circle", { cx: panels[p].across(x), cy: panels[p].up(y), r: 4, fill: "var(--paper)", stroke: `var(--c${line + 1})`, "stroke-width": 2.4 }, cursor)
      })
      return tr
    }))
    const said = chosen.map(({ name }, i) => `${name} ${shown.map(order => `${boxes[order].dataset.name} ${plain(curves[i][ORDERS[order]][at(curves[i], x)])}`).join(", ")}`)
    slider.setAttribute("aria-valuetext", [`x = ${plain(x)}`, ...said].join("; "))
    root.querySelector("output").value = plain(x)
  }
  move()

  const follow = event => {
    const box = svg.getBoundingClientRect(), [{ right }] = panels
    const x = ((event.clientX - box.left) * width / box.width - LEFT) / (right - LEFT) * 2 * reach - reach
    slider.value = Math.max(-reach, Math.min(reach, x))
    move()
  }
  if (!panels.length) return
  svg.addEventListener("pointerdown", event => { svg.setPointerCapture(event.pointerId); follow(event) })
  svg.addEventListener("pointermove", event => { if (event.buttons) follow(event) })
  svg.addEventListener("pointerup", remember)
}

/* The address says what is shown, so that a comparison can be cited. */
function remember() {
  const { chosen, shown, reach, x } = asked()
  const query = `?f=${chosen.map(({ id }) => id).join(",")}&show=${shown.join(",")}&reach=${reach}&x=${x}`
  history.replaceState(history.state, "", location.pathname + query + location.hash)
  view.href = query
  view.title = view.dataset.at + query
}

let latest = 0
async function update() {
  const mine = ++latest, state = asked(), first = root.dataset.first.split(" ")
  if (state.chosen.every(({ id }) => first.includes(id))) await table("compared") // the curves that every reader sees first come in one file
  Object.assign(slider, { min: -state.reach, max: state.reach })
  const curves = await Promise.all(state.chosen.map(({ id }) => table(`curves/${id}`)))
  if (mine === latest) render(state, curves)
}

/* The picture as it stands, colours and all, with where it comes from. */
function save() {
  const svg = stage.querySelector("svg").cloneNode(true), style = getComputedStyle(root), { width, height } = svg.viewBox.baseVal
  svg.querySelector(".cursor").remove()
  for (const [key, value] of Object.entries({ xmlns: SVG, height: height + 24, viewBox: `0 0 ${width} ${height + 24}`, "font-family": "Helvetica, Arial, sans-serif" })) svg.setAttribute(key, value)
  draw("text", { x: LEFT - 30, y: height + 16, fill: "var(--muted)", "font-size": 10 }, svg, `${root.dataset.credit} ${view.title}`)
  const text = new XMLSerializer().serializeToString(svg).replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name))
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type: "image/svg+xml" })), download: `${asked().chosen.map(({ id }) => id).join("-")}.svg` })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

const query = new URLSearchParams(location.search)
if (query.has("f")) {
  const ids = query.get("f").split(",").filter(id => [...choices[0].options].some(option => option.value === id))
  choices.forEach((choice, line) => { choice.value = ids[line] ?? "" })
}
if (query.has("show")) for (const box of boxes) box.checked = query.get("show").split(",").includes(box.value)
if ([...form.elements.reach.options].some(option => option.value === query.get("reach"))) form.elements.reach.value = query.get("reach")
Object.assign(slider, { min: -form.elements.reach.value, max: form.elements.reach.value })
if (query.has("x")) slider.value = Number(query.get("x"))

form.addEventListener("input", () => { update(); remember() })
form.addEventListener("submit", event => event.preventDefault())
slider.addEventListener("input", () => move())
slider.addEventListener("change", remember)
root.querySelector("button.save").addEventListener("click", save)
let width = stage.clientWidth
addEventListener("resize", () => { if (stage.clientWidth !== width) { width = stage.clientWidth; update() } })
update()
})()
