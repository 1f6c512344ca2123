/* The regions of a small ReLU network while its weights move. Its weights are multiples of a quarter, so that every number shown is exact;
   where the regions lie is computed as scripts/mathematics/regions.py does it, and a test compares the two. */

(() => {
const SVG = "http://www.w3.org/2000/svg", TOUCH = 1e-9, GRID = 0.25
const root = document.querySelector(".live-regions"), stage = root.querySelector(".stage"), svg = stage.querySelector("svg"), form = root.querySelector("form")
const shown = root.querySelector(".readout"), spoken = root.querySelector("[role=status]"), asked = new URLSearchParams(location.search)
const usual = root.dataset.net.split("|").map(layer => layer.split(";").map(unit => unit.split(",").map(Number))), reach = Number(root.dataset.reach), side = svg.viewBox.baseVal.width
const unit = form.elements.unit, biased = form.elements.bias, weights = [...form.querySelectorAll("[name=weight]")], point = [form.elements.x1, form.elements.x2]
let net = structuredClone(usual), late, later

/* ---- where it bends: a layer is a list of units, a unit its weights and last its bias; a map is [m1, m2, c] ---- */

const after = (row, maps) => [0, 1, 2].map(part => row.slice(0, -1).reduce((sum, w, j) => sum + w * maps[j][part], part === 2 ? row.at(-1) : 0))
const value = (map, [x1, x2]) => map[0] * x1 + map[1] * x2 + map[2]

function half(corners, z) {
  return corners.flatMap((here, k) => {
    const next = (k + 1) % corners.length, kept = z[k] >= 0 ? [here] : [], part = z[k] / (z[k] - z[next])
    return z[k] * z[next] < 0 ? [...kept, here.map((at, axis) => at + (corners[next][axis] - at) * part)] : kept
  })
}

function halves(corners, map) {
  const z = corners.map(corner => value(map, corner)).map(each => Math.abs(each) <= TOUCH ? 0 : each)
  if (Math.max(...z) <= 0) return [null, corners]
  if (Math.min(...z) >= 0) return [corners, null]
  return [half(corners, z), half(corners, z.map(each => -each))]
}

function divided(net) {
  let found = [{ pattern: "", corners: [[-reach, -reach], [reach, -reach], [reach, reach], [-reach, reach]], maps: [[1, 0, 0], [0, 1, 0]] }]
  const creases = []
  for (const layer of net.slice(0, -1)) {
    found = found.flatMap(region => {
      const own = layer.map(row => after(row, region.maps))
      let pieces = [{ state: "", corners: region.corners }]
      for (const map of own) {
        pieces = pieces.flatMap(({ state, corners }) => {
          const [on, off] = halves(corners, map)
          if (on && off) creases.push({ unit: region.pattern.length + state.length, ends: on.filter(corner => Math.abs(value(map, corner)) <= TOUCH * 10) })
          return [...(on ? [{ state: state + "1", corners: on }] : []), ...(off ? [{ state: state + "0", corners: off }] : [])]
        })
      }
      return pieces.map(({ state, corners }) => ({ pattern: region.pattern + state, corners, maps: own.map((map, k) => state[k] === "1" ? map : [0, 0, 0]) }))
    })
  }
  return { creases, regions: found.map(({ pattern, corners, maps }) => ({ pattern, corners, map: after(net.at(-1)[0], maps) })) }
}

function at(net, x) {
  let maps = [[1, 0, 0], [0, 1, 0]], pattern = ""
  for (const layer of net.slice(0, -1)) {
    const own = layer.map(row => after(row, maps)), state = own.map(map => value(map, x) > 0 ? "1" : "0")
    maps = own.map((map, k) => state[k] === "1" ? map : [0, 0, 0])
    pattern += state.join("")
  }
  return { pattern, map: after(net.at(-1)[0], maps) }
}

/* ---- what is drawn and said ---- */

const first = usual[0].length
const place = ([x1, x2]) => [(x1 + reach) / (2 * reach) * side, (reach - x2) / (2 * reach) * side]
const plain = number => String(number + 0).replace("-", "−")
const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name])
const here = () => point.map(slider => Number(slider.value))
const current = () => biased.checked ? net : net.map(layer => layer.map(row => [...row.slice(0, -1), 0]))
const chosen = () => Number(unit.value)
const row = () => chosen() < first ? net[0][chosen()] : net[1][chosen() - first]

function made(name, attributes) {
  const element = document.createElementNS(SVG, name)
  for (const [key, set] of Object.entries(attributes)) element.setAttribute(key, set)
  return element
}

function draw() {
  const net = current(), x = here(), { regions, creases } = divided(net), there = at(net, x)
  const flat = ([across, up]) => `${across.toFixed(2)},${up.toFixed(2)}`
  svg.querySelector(".regions").replaceChildren(...regions.map(({ pattern, corners, map }) =>
    made("polygon", { points: corners.map(corner => flat(place(corner))).join(" "), "data-pattern": pattern, "data-map": map.map(each => each + 0).join(" "), class: pattern === there.pattern ? "here" : "" })))
  svg.querySelector(".creases").replaceChildren(...creases.map(({ unit, ends }) => {
    const [[x1, y1], [x2, y2]] = [ends[0], ends.at(-1)].map(place)
    return made("line", { x1, y1, x2, y2, class: `${unit < first ? "first" : "second"}${unit === chosen() ? " chosen" : ""}` })
  }))
  const [cx, cy] = place(x)
  svg.querySelector(".point").setAttribute("cx", cx)
  svg.querySelector(".point").setAttribute("cy", cy)
  const [m1, m2, c] = there.map.map(plain)
  const told = filled(root.dataset.said, {
    count: regions.length, x1: plain(x[0]), x2: plain(x[1]), m1, m2, c, y: plain(value(there.map, x)),
    first: [...there.pattern.slice(0, first)].join(" "), second: [...there.pattern.slice(first)].join(" "),
  })
  shown.textContent = told
  clearTimeout(late)
  late = setTimeout(() => { spoken.textContent = told }, 500) // spoken when the hand rests
}

/* The sliders show the weights of the unit that is chosen. */
function show() {
  const own = row()
  weights.forEach((slider, k) => {
    const last = k === weights.length - 1, place = last ? own.length - 1 : k
    slider.closest("label").hidden = !last && k >= own.length - 1
    slider.disabled = last && !biased.checked
    slider.value = own[place] ?? 0
  })
  say()
}

function say() {
  for (const slider of [...weights, ...point]) {
    const off = slider.disabled ? 0 : slider.value
    slider.closest("label").querySelector("output").value = plain(Number(off))
    slider.setAttribute("aria-valuetext", plain(Number(off)))
  }
}

/* The address says what is shown, once the reader has changed it. */
function remember() {
  clearTimeout(later)
  later = setTimeout(() => {
    const numbers = net.flat(2), same = numbers.every((each, k) => each === usual.flat(2)[k])
    const set = { net: same ? null : numbers.join(","), at: here().join(",") === root.dataset.at ? null : here().join(","), unit: chosen() || null, bias: biased.checked ? null : "no" }
    for (const [key, value] of Object.entries(set)) value === null ? asked.delete(key) : asked.set(key, value)
    history.replaceState(history.state, "", location.pathname + (asked.size ? `?${asked}`.replaceAll("%2C", ",") : "") + location.hash)
  }, 200)
}

const numbers = (text, count, most) => {
  const found = (text ?? "").split(",").map(Number)
  return found.length === count && found.every(each => Math.abs(each) <= most && Number.isInteger(each / GRID)) ? found : null
}
function recall() {
  const all = numbers(asked.get("net"), usual.flat(2).length, Number(weights[0].max)), x = numbers(asked.get("at"), 2, reach)
  if (all) net = usual.map(layer => layer.map(row => row.map(() => all.shift())))
  if (x) point.forEach((slider, axis) => { slider.value = x[axis] })
  if (asked.get("unit") in [...unit.options]) unit.value = asked.get("unit")
  biased.checked = asked.get("bias") !== "no"
}

/* ---- what the reader does ---- */

form.addEventListener("input", ({ target }) => {
  if (target.name === "weight") {
    const own = row(), k = weights.indexOf(target)
    own[k === weights.length - 1 ? own.length - 1 : k] = Number(target.value)
  }
  show()
  draw()
  remember()
})
form.addEventListener("submit", event => event.preventDefault())
root.querySelector(".reset").addEventListener("click", () => {
  net = structuredClone(usual)
  form.reset()
  show()
  draw()
  remember()
})
function go(event) {
  const box = svg.getBoundingClientRect(), nearest = part => Math.max(-reach, Math.min(reach, Math.round((part * 2 - 1) * reach / GRID) * GRID))
  point[0].value = nearest((event.clientX - box.left) / box.width)
  point[1].value = -nearest((event.clientY - box.top) / box.height)
  say()
  draw()
  remember()
}
stage.addEventListener("pointerdown", event => { stage.setPointerCapture(event.pointerId); go(event) })
stage.addEventListener("pointermove", event => { if (event.buttons) go(event) })

recall()
show()
draw()
})()
