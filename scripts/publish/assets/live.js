/* Figures that a reader moves: a table has all that is drawn and said for every value of the controls. Where a point stands on the screen is computed here; no number is. */

(() => {
const SVG = "http://www.w3.org/2000/svg", FINE = 2000, MOST = 720, BESIDE = 230
const LEFT = 46, RIGHT = 16, TOP = 16, BOTTOM = 40 // pixels around a panel
const set = (element, attributes) => { for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value); return element }
const draw = (name, attributes, parent) => parent.appendChild(set(document.createElementNS(SVG, name), attributes))

function live(figure, { sizes, keys, shown, panels, parts, says }) {
  const said = JSON.parse(figure.dataset.said), form = figure.querySelector(".controls"), picture = figure.querySelector("picture")
  const inputs = [...form.querySelectorAll("select, input")], slots = [...figure.querySelectorAll(".readout dd")], status = figure.querySelector("[role=status]")
  const terms = [...figure.querySelectorAll(".readout dt")].map(term => term.textContent.trim())
  const at = which => inputs[which].type === "checkbox" ? Number(inputs[which].checked) : inputs[which].type === "range" ? Number(inputs[which].value) : inputs[which].selectedIndex
  const row = by => by.reduce((found, which) => found * sizes[which] + at(which), 0)
  let shapes, stage, late

  /* As large as the picture it takes the place of: nothing on the page moves. */
  function build() {
    stage?.remove()
    const source = picture.querySelector("source"), from = source && matchMedia(source.media).matches ? source : picture.querySelector("img")
    picture.hidden = false
    const WIDTH = Math.min(picture.clientWidth, MOST), HEIGHT = Math.round(WIDTH * from.getAttribute("height") / from.getAttribute("width"))
    picture.hidden = true
    stage = document.createElement("div")
    stage.className = "stage"
    const svg = draw("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": picture.querySelector("img").alt }, stage)
    const beside = WIDTH / panels.length >= BESIDE, width = beside ? WIDTH / panels.length : WIDTH, height = beside ? HEIGHT : HEIGHT / panels.length
    const boxes = panels.map(({ ratio }, i) => {
      let left = LEFT + (beside ? i * width : 0), right = left + width - LEFT - RIGHT, top = TOP + (beside ? 0 : i * height), bottom = top + height - TOP - BOTTOM
      if (ratio && (right - left) / (bottom - top) > ratio) right = left + (bottom - top) * ratio
      else if (ratio) top = bottom - (right - left) / ratio
      return { across: place => left + place / FINE * (right - left), up: place => bottom - place / FINE * (bottom - top), left, right, top, bottom }
    })
    boxes.forEach(({ across, up, left, right, top, bottom }, i) => {
      draw("rect", { x: left, y: top, width: right - left, height: bottom - top }, draw("clipPath", { id: `${figure.id}-${i}` }, svg))
      draw("path", { class: "axis", d: `M${left} ${top}V${bottom}H${right}` + (panels[i].zero > 0 && panels[i].zero < FINE ? `M${left} ${up(panels[i].zero)}H${right}` : "") }, svg)
      for (const [place, name] of panels[i].ticks[0]) draw("text", { x: across(place), y: bottom + 17, "text-anchor": "middle" }, svg).textContent = name
      for (const [place, name] of panels[i].ticks[1]) draw("text", { x: left - 6, y: up(place) + 4, "text-anchor": "end" }, svg).textContent = name
      draw("text", { class: "of", x: right, y: bottom + 33, "text-anchor": "end" }, svg).textContent = said.axes[i][0]
      draw("text", { class: "of", x: left + 7, y: top + 1 }, svg).textContent = said.axes[i][1]
    })
    shapes = parts.map(({ look, panel }) => draw("path", { class: look, "clip-path": look.startsWith("dots") ? "none" : `url(#${figure.id}-${panel})` }, svg))
    shapes.boxes = boxes
    panels.forEach(({ slide }, i) => {
      if (!slide) return
      const { left, right, top, bottom } = boxes[i], [which, places] = slide
      const under = event => {
        const box = svg.getBoundingClientRect(), wanted = ((event.clientX - box.left) / box.width * WIDTH - left) / (right - left) * FINE
        inputs[which].value = places.reduce((best, place, each) => Math.abs(place - wanted) < Math.abs(places[best] - wanted) ? each : best, 0)
        moved(which)
      }
      const drag = draw("rect", { class: "drag", x: left, y: top, width: right - left, height: bottom - top, fill: "transparent" }, svg)
      drag.addEventListener("pointerdown", event => { drag.setPointerCapture(event.pointerId); inputs[which].focus({ preventScroll: true }); under(event) })
      drag.addEventListener("pointermove", event => { if (event.buttons) under(event) })
    })
    picture.after(stage)
    go()
  }

  /* How a row is drawn: dots are strokes of no length, bars stand on zero. */
  function path({ look, panel, until, ...own }) {
    const { across, up } = shapes.boxes[panel], { x, y, by } = own.as === undefined ? own : parts[own.as], found = row(by), ys = y[found], xs = Array.isArray(x[0]) ? x[found] : x
    const end = until === undefined ? xs.length : Math.min(xs.length, at(until) + 1)
    let d = "", on = false
    for (let i = look.includes("last") ? end - 1 : 0; i < end; i++) {
      if (xs[i] === null || ys[i] === null) { on = false; continue }
      const point = `${across(xs[i]).toFixed(1)} ${up(ys[i]).toFixed(1)}`
      if (look.startsWith("dots")) d += ys[i] < -40 || ys[i] > FINE + 40 || xs[i] < -40 || xs[i] > FINE + 40 ? "" : `M${point}h0`
      else if (look.startsWith("bars")) d += `M${across(xs[i]).toFixed(1)} ${up(panels[panel].zero ?? 0).toFixed(1)}V${up(ys[i]).toFixed(1)}`
      else d += (on ? "L" : "M") + point
      on = true
    }
    return d
  }

  function go() {
    parts.forEach((part, i) => shapes[i].setAttribute("d", path(part)))
    const values = says.map(({ by, at }) => at[row(by)]).map(value => typeof value === "number" ? said.words[value] : value)
    values.forEach((value, i) => slots[i].textContent = value)
    const spoken = values.map((value, i) => `${terms[i]} ${value}`).join(", ")
    inputs.forEach((input, which) => {
      if (input.type !== "range") return
      input.parentElement.querySelector("output").value = shown[which][at(which)]
      input.setAttribute("aria-valuetext", `${shown[which][at(which)]}; ${spoken}`)
    })
    return spoken
  }

  /* A slider speaks for itself; what a list or a box changes is said. The address keeps what a reader has chosen. */
  function moved(which) {
    const spoken = go()
    if (inputs[which].type !== "range") status.textContent = spoken
    clearTimeout(late)
    late = setTimeout(() => {
      const asked = new URLSearchParams(location.search)
      asked.set(figure.id, inputs.map((_, each) => keys[each][at(each)]).join(","))
      history.replaceState(history.state, "", `${location.pathname}?${asked}`.replaceAll("%2C", ",") + location.hash)
    }, 200)
  }

  const asked = new URLSearchParams(location.search).get(figure.id)?.split(",") ?? []
  asked.map((key, which) => keys[which]?.indexOf(key) ?? -1).forEach((found, which) => {
    if (found < 0) return
    if (inputs[which].type === "checkbox") inputs[which].checked = Boolean(found)
    else if (inputs[which].type === "range") inputs[which].value = found
    else inputs[which].selectedIndex = found
  })
  inputs.forEach((input, which) => input.addEventListener("input", () => moved(which)))
  form.addEventListener("submit", event => event.preventDefault())
  build()
  matchMedia("(max-width: 600px)").addEventListener("change", build)
}

/* The table is read when the figure comes into the window. */
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) {
      near.unobserve(target)
      table(`live/${target.id}`).then(found => live(target, found))
    }
})
for (const figure of document.querySelectorAll("figure.live")) near.observe(figure)
})()
