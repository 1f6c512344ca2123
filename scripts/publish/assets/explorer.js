/* A curve to run a finger along. Each number shown is a row of the table that the module computed; nothing is computed here. */

(() => {
const SVG = "http://www.w3.org/2000/svg"
const LEFT = 46, RIGHT = 22, TOP = 18, BOTTOM = 40 // pixels around the curves

function draw(name, attributes, parent) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return parent.appendChild(element)
}

const plain = number => Number(number.toPrecision(3)).toString().replace(/e([+-]\d+)$/, " × 10^$1").replace("^+", "^").replace(/-/g, "−")

function explore(figure, { x, y, d }) {
  // As large as the picture it takes the place of: nothing on the page moves.
  const picture = figure.querySelector("picture"), { clientWidth: WIDTH, clientHeight: HEIGHT } = picture.querySelector("img")
  const low = x[0], high = x[x.length - 1]
  const floor = Math.min(0, ...y, ...d), ceiling = Math.max(1, ...y, ...d)
  const across = v => LEFT + (v - low) / (high - low) * (WIDTH - LEFT - RIGHT)
  const up = v => HEIGHT - BOTTOM - (v - floor) / (ceiling - floor) * (HEIGHT - TOP - BOTTOM)
  const path = values => "M" + values.map((v, i) => `${across(x[i]).toFixed(1)} ${up(v).toFixed(1)}`).join("L")

  const stage = document.createElement("div")
  stage.className = "stage"
  const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, stage)
  draw("path", { class: "axis", d: `M${LEFT} ${up(floor)}H${WIDTH - RIGHT}M${LEFT} ${up(floor)}V${up(ceiling)}` }, svg)
  for (const tick of [low, low / 2, 0, high / 2, high]) draw("text", { x: across(tick), y: up(floor) + 24, "text-anchor": "middle" }, svg).textContent = plain(tick)
  for (const tick of [0, .25, .5, 1]) draw("text", { x: LEFT - 8, y: up(tick) + 4, "text-anchor": "end" }, svg).textContent = String(tick)
  draw("path", { class: "slope", d: path(d) }, svg)
  draw("path", { class: "curve", d: path(y) }, svg)

  const words = [...figure.querySelectorAll(".readout dt")].map(term => term.textContent.trim())
  const slots = Object.fromEntries([...figure.querySelectorAll("[data-of]")].map(slot => [slot.dataset.of, slot]))
  draw("text", { class: "name-y", x: WIDTH - RIGHT, y: up(y[y.length - 1]) + 24, "text-anchor": "end" }, svg).textContent = words[1]
  draw("text", { class: "name-d", x: WIDTH - RIGHT, y: up(d[d.length - 1]) - 12, "text-anchor": "end" }, svg).textContent = words[2]
  const drop = draw("line", { class: "drop" }, svg)
  const tangent = draw("line", { class: "tangent" }, svg)
  const foot = draw("circle", { class: "foot", r: 4.5 }, svg)
  const slider = draw("g", { role: "slider", tabindex: 0, "aria-label": words[0], "aria-valuemin": low, "aria-valuemax": high }, svg)
  draw("circle", { r: 22, fill: "transparent" }, slider)
  draw("circle", { class: "handle", r: 8 }, slider)

  let row = 0
  function go(to) {
    row = Math.max(0, Math.min(x.length - 1, to))
    const cx = across(x[row]), cy = up(y[row])
    // The tangent keeps its length on the page, so that only its tilt speaks.
    const run = WIDTH - LEFT - RIGHT, rise = HEIGHT - TOP - BOTTOM
    const dx = run / (high - low), dy = d[row] * rise / (ceiling - floor), scale = 70 / Math.hypot(dx, dy)
    for (const [key, value] of Object.entries({ x1: cx - dx * scale, y1: cy + dy * scale, x2: cx + dx * scale, y2: cy - dy * scale })) tangent.setAttribute(key, value)
    for (const [key, value] of Object.entries({ x1: cx, x2: cx, y1: cy, y2: up(d[row]) })) drop.setAttribute(key, value)
    slider.setAttribute("transform", `translate(${cx} ${cy})`)
    foot.setAttribute("transform", `translate(${cx} ${up(d[row])})`)
    const values = { x: plain(x[row]), y: plain(y[row]), d: plain(d[row]) }
    for (const [name, slot] of Object.entries(slots)) slot.textContent = values[name]
    slider.setAttribute("aria-valuenow", x[row])
    slider.setAttribute("aria-valuetext", Object.values(values).map((value, i) => `${words[i]} ${value}`).join(", "))
  }

  const nearest = event => {
    const box = svg.getBoundingClientRect()
    const wanted = low + ((event.clientX - box.left) * WIDTH / box.width - LEFT) / (WIDTH - LEFT - RIGHT) * (high - low)
    return x.reduce((best, v, i) => Math.abs(v - wanted) < Math.abs(x[best] - wanted) ? i : best, 0)
  }
  stage.addEventListener("pointerdown", event => { stage.setPointerCapture(event.pointerId); go(nearest(event)); slider.focus({ preventScroll: true }) })
  stage.addEventListener("pointermove", event => { if (event.buttons) go(nearest(event)) })
  slider.addEventListener("keydown", event => {
    const page = Math.round(x.length / 16)
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page, Home: -x.length, End: x.length }
    if (event.key in steps) { go(row + steps[event.key]); event.preventDefault() }
  })

  go(x.reduce((best, v, i) => Math.abs(v) < Math.abs(x[best]) ? i : best, 0))
  picture.replaceWith(stage)
}

/* The table is read when the figure comes into the window. */
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) {
      near.unobserve(target)
      table("explorer").then(tables => explore(target, tables[target.dataset.function]))
    }
})
for (const figure of document.querySelectorAll(".explorer")) near.observe(figure)
})()
