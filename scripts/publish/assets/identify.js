/* Which function is this? A formula or pairs of numbers, held against the catalogue (nearest.js) in this page alone; the address keeps what was asked. */

(() => {
const root = document.querySelector(".identify"), form = root.querySelector("form"), field = form.elements.f, verdict = root.querySelector(".answer")
const frame = root.querySelector(".scroll"), body = root.querySelector("tbody"), say = root.dataset
const SHOWN = 6, FEW = 5, STATED = 6 // y alone stand at the whole numbers from -6 to 6

const plain = number => Number(number.toPrecision(3)).toString().replace(/e([+-]\d+)$/, " × 10^$1").replace("^+", "^").replace(/-/g, "−")
const exact = number => Number(number.toPrecision(7)).toString().replace(/-/g, "−")
const filled = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name])

class Refused extends Error {}

/* Half a unit of the last digit that was written; a whole number is what it says. */
function slack(written) {
  const [, decimals, exponent = "0"] = /\.(\d*)(?:e([-+]?\d+))?$/i.exec(written) ?? []
  return decimals === undefined ? 0 : 0.5000001 * 10 ** (Number(exponent) - decimals.length)
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i

/* Numbers: two on a line are x and y; thirteen alone are y at -6, -5, …, 6. Anything else is a formula. */
function asked(text) {
  const rows = text.replace(/−/g, "-").trim().split(/[\n;]+/).map(line => line.trim().split(/[\s,()[\]]+/).filter(Boolean)).filter(row => row.length)
  const all = rows.flat()
  if (!all.length || !all.every(word => NUMBER.test(word))) return typed(text)
  const pairs = rows.every(row => row.length === 2) ? rows : all.length === 2 * STATED + 1 ? all.map((y, k) => [String(k - STATED), y]) : null
  if (!pairs || new Set(pairs.map(([x]) => Number(x))).size < FEW) throw new Refused(say.few)
  const x = pairs.map(pair => Number(pair[0])), y = pairs.map(pair => Number(pair[1]))
  return { x, y, slack: pairs.map(pair => slack(pair[1])), jump: () => jumpOf(x, y) }
}

function typed(text) {
  let read
  try { read = readFormula(text) } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    throw new Refused(filled(say[error.what], { said: error.said, where: text.trim() }))
  }
  const others = read.letters.filter(letter => letter !== "x")
  if (others.length) throw new Refused(filled(say.letters, { said: others.join(", ") }))
  if (!read.letters.length) throw new Refused(say.stillX)
  const value = x => read.at({ x }), x = comparisonPoints(), y = x.map(value)
  if (!y.some(Number.isFinite)) throw new Refused(say.lostAll)
  return { x, y, jump: () => bisected(x, y, value) }
}

/* Between which two neighbours the values differ most, as identify.py looks for a jump. */
function steepest(x, y) {
  const steps = x.slice(1).map((each, i) => { const step = Math.abs(y[i + 1] - y[i]) / (1 + Math.abs(y[i + 1])); return Math.abs(each) <= 8 && Number.isFinite(step) ? step : 0 })
  return steps.indexOf(Math.max(...steps))
}
const jumpOf = (x, y) => { const i = steepest(x, y); return Math.abs(x[i + 1]) }
function bisected(x, y, value) {
  const i = steepest(x, y)
  let low = x[i], high = x[i + 1]
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2, here = value(middle)
    if (Math.abs(here - y[i]) <= Math.abs(here - y[i + 1])) low = middle
    else high = middle
  }
  return Math.abs(high)
}

const settled = ({ f, p }) => f.parameters.map(({ name }, k) => `${name} = ${exact(p[k])}`).join(", ")
const called = match => match.f.name + (match.fitted ? ` (${settled(match)})` : "")

function show(found) {
  const [first] = found, same = found.filter(match => match.same), apart = filled(first.gap ? say.apart : say.exact, { gap: plain(first.gap), at: exact(first.at) })
  const lines = [filled(first.same ? say.same : say.none, { name: called(first), apart, count: found.length })]
  if (same.length > 1) lines.push(filled(say.also, { names: same.slice(1, SHOWN).map(called).join(", ") }))
  if (first.same && first.lost !== null) lines.push(filled(say.lost, { lost: exact(first.lost) }))
  verdict.textContent = lines.join(" ")
  body.replaceChildren(...found.slice(0, SHOWN).map(match => {
    const row = document.createElement("tr"), head = document.createElement("th")
    head.scope = "row"
    head.append(Object.assign(document.createElement("a"), { textContent: match.f.name, href: say.page.replace("{id}", match.f.id) + (location.protocol === "file:" ? "index.html" : "") }))
    row.append(head, ...[settled(match) || "—", match.gap ? plain(match.gap) : "0", match.gap ? exact(match.at) : "—"].map(text => Object.assign(document.createElement("td"), { textContent: text })))
    row.classList.toggle("same", match.same)
    return row
  }))
  frame.hidden = false
}

let latest = 0, functions
async function recognise() {
  const mine = ++latest
  frame.hidden = true
  try {
    const question = asked(field.value)
    verdict.textContent = say.busy
    functions ??= readCatalogue((await table("identify")).single)
    const found = await nearest(question, functions)
    if (mine === latest) show(found)
  } catch (error) {
    if (mine === latest) verdict.textContent = error instanceof Refused ? error.message : say.failed
    if (!(error instanceof Refused)) console.error(error)
  }
}

form.addEventListener("submit", event => {
  event.preventDefault()
  history.replaceState(history.state, "", `${location.pathname}?f=${encodeURIComponent(field.value.trim())}${location.hash}`)
  recognise()
})
field.addEventListener("keydown", event => { if (event.key === "Enter" && !event.shiftKey && !field.value.includes("\n") && !/^[-+\d.\s,]+$/.test(field.value)) { event.preventDefault(); form.requestSubmit() } })

const before = new URLSearchParams(location.search).get("f")
if (before) {
  field.value = before
  recognise()
}
})()
