/* Which function is this? Numbers held against the catalogue as activation_functions/identify.py does it: defaults first, then parameters by least squares.

   readCatalogue(rows) makes functions of data/identify.js: id, name, formula, and parameters as [name, default, above or null, whether 0 counts, learned].
   nearest(asked, functions) gives the matches, the nearest first. asked: x, y, and slack, how far a written number may be from the value it stands for
   (0 for a formula), or jump(), which finds where a formula jumps. */

(() => {
const SAME = 1e-6, NEAR = 8, EPS = 2 ** -52, MANY = 4, STARTS = 4, STEPS = 60, TRIED = 400

/* identify.points(): densely about 0, sparsely as far as a thousand; off the usual kinks, exact in float32. */
self.comparisonPoints = () => {
  const near = Array.from({ length: 641 }, (_, k) => Math.fround(-8 + k * 0.025 + 0.0017))
  const far = Array.from({ length: 40 }, (_, k) => Math.fround(10 ** (Math.log10(8.1) + k * (3 - Math.log10(8.1)) / 39)))
  return [...far.map(x => -x).reverse(), ...near, ...far]
}

self.readCatalogue = rows => rows.map(({ id, name, formula, parameters, drawn }) => ({
  id, name, drawn, parameters: parameters.map(([name, given, above, zero, learned]) => ({ name, given, above, zero, learned })), value: readFormula(formula).at,
}))

const inside = ({ above, zero }, p) => {
  const size = Math.abs(p), sized = size >= 1e-100 && size <= 1e100
  return above === null ? sized || p === 0 : sized && p > above || zero && p === 0
}
const settings = (f, p) => Object.fromEntries(f.parameters.map(({ name }, k) => [name, p[k]]))
const values = (f, p, x) => { const v = settings(f, p); return x.map(each => { v.x = each; return f.value(v) }) }
const defaults = f => f.parameters.map(({ given }) => given)

self.besideNumbers = ({ x, y, slack = 0 }, f, p = defaults(f)) => {
  const ours = values(f, p, x)
  const lost = x.filter((_, i) => Number.isFinite(ours[i]) && !Number.isFinite(y[i])).map(Math.abs), beyond = lost.length > 0 && Math.min(...lost) > NEAR
  const apart = x.map((_, i) => {
    const a = y[i], b = ours[i]
    if (a === b || (Number.isNaN(a) && Number.isNaN(b)) || (beyond && Number.isFinite(b) && !Number.isFinite(a))) return 0
    const gap = Math.abs(a - b) / (1 + Math.abs(b))
    return Number.isNaN(gap) ? Infinity : gap
  })
  let worst = 0
  apart.forEach((gap, i) => { if (gap > apart[worst]) worst = i })
  const mean = apart.reduce((total, gap) => total + gap, 0) / x.length
  // What adds x to something may lose the digits that x has no room for; a number written with few digits stands for all that round to it.
  const told = apart.map((gap, i) => {
    const away = Math.abs(y[i] - (Number.isFinite(ours[i]) ? ours[i] : 0))
    return Math.abs(x[i]) > NEAR && away <= 2 * EPS * Math.abs(x[i]) || away <= (slack[i] ?? 0) ? 0 : gap
  })
  const same = Math.max(...told) < SAME && told.reduce((total, gap) => total + gap, 0) / x.length < SAME
  const fitted = f.parameters.filter(({ given }, k) => p[k] !== given).length
  return { f, p, gap: apart[worst], at: x[worst], same, mean, fitted, lost: beyond ? Math.min(...lost) : null }
}

const rank = ({ f, same, mean, gap, fitted }) => [
  Number(!same), same ? Number(mean.toFixed(6)) : gap, fitted, Number(f.parameters.some(({ learned }) => learned)), f.parameters.length, f.id.length, f.id,
]
function order(a, b) {
  const left = rank(a), right = rank(b), at = left.findIndex((each, i) => each !== right[i])
  return at < 0 ? 0 : left[at] < right[at] ? -1 : 1
}

self.nearest = async (asked, functions, rest = () => new Promise(go => setTimeout(go))) => {
  let found = functions.map(f => besideNumbers(asked, f))
  if (!found.some(({ same }) => same)) {
    const jump = asked.jump?.() ?? 0
    for (const [k, { f, gap }] of found.entries()) {
      if (!f.parameters.length || f.parameters.length > MANY || f.drawn || asked.x.length < f.parameters.length + 3) continue
      const p = fit(asked, f, jump), fitted = p && besideNumbers(asked, f, p)
      if (fitted && (fitted.gap < gap || fitted.same)) found[k] = fitted
      await rest() // the page stays awake
    }
  }
  const least = Math.min(...found.filter(({ same }) => same).map(({ mean }) => mean))
  if (!asked.slack) found = found.map(match => ({ ...match, same: match.same && match.mean <= Math.max(SAME, 1.5 * least) }))
  return found.sort(order)
}

// ---- fitting: Levenberg's and Marquardt's steps, from the best of many starts ---------------------

function fit({ x, y }, f, jump) {
  const seen = y.flatMap((each, i) => Number.isFinite(each) ? [i] : []), thin = seen.length > 200 ? seen.filter((_, k) => k % 4 === 0) : seen
  const residual = (p, places = seen) => {
    if (!f.parameters.every((parameter, k) => inside(parameter, p[k]))) return null
    const v = settings(f, p), r = new Float64Array(places.length)
    for (const [k, i] of places.entries()) {
      v.x = x[i]
      r[k] = (f.value(v) - y[i]) / (1 + Math.abs(y[i]))
      if (!Number.isFinite(r[k])) return null
    }
    return r
  }
  const costed = starts(f, jump).flatMap(p => { const r = residual(p, thin); return r ? [{ p, cost: dot(r, r) }] : [] }).sort((a, b) => a.cost - b.cost)
  const ends = costed.slice(0, STARTS).flatMap(({ p }) => residual(p) ? [descend(residual, p)] : [])
  if (!ends.length) return null
  return rounded(residual, ends.reduce((best, end) => end.cost < best.cost ? end : best).p)
}

const dot = (a, b) => a.reduce((total, each, i) => total + each * b[i], 0)
const spread = (low, high, count) => Array.from({ length: count }, (_, k) => low * (high / low) ** (k / (count - 1)))

function starts(f, jump) {
  const count = f.parameters.length, factors = count === 1 ? spread(0.02, 50, 25) : spread(0.25, 4, count === 2 ? 5 : 3)
  let found = [[]]
  for (const { given, above } of f.parameters) {
    const base = given || 1, choices = [given, ...factors.map(factor => base * factor), jump, ...(above === null ? [0, -base] : [])]
    found = found.flatMap(start => choices.map(choice => [...start, choice]))
  }
  return found.slice(0, TRIED)
}

function descend(residual, p) {
  let r = residual(p), cost = dot(r, r), damping = 1e-3
  for (let step = 0; step < STEPS; step++) {
    const columns = p.map((each, k) => {
      let h = 1e-7 * Math.max(1, Math.abs(each)), moved = residual(p.with(k, each + h))
      if (!moved) moved = residual(p.with(k, each + (h = -h)))
      return moved ? moved.map((value, i) => (value - r[i]) / h) : new Float64Array(r.length)
    })
    const square = columns.map(a => columns.map(b => dot(a, b))), pull = columns.map(a => dot(a, r))
    let trial, moved
    for (; damping < 1e12; damping *= 4) {
      const by = solved(square.map((row, k) => row.with(k, row[k] + damping * (row[k] + 1e-12))), pull)
      trial = p.map((each, k) => each - by[k])
      moved = residual(trial)
      if (moved && dot(moved, moved) < cost) break
      moved = null
    }
    if (!moved) break
    const gained = cost - dot(moved, moved)
    p = trial
    r = moved
    cost -= gained
    damping = Math.max(damping / 8, 1e-14)
    if (gained <= 1e-12 * cost || cost < 1e-28) break
  }
  return { p, cost }
}

/* Gauss's elimination of a few equations; an unknown that nothing depends on stays 0. */
function solved(square, right) {
  const rows = square.map((row, k) => [...row, right[k]]), count = rows.length
  for (let k = 0; k < count; k++) {
    const best = rows.reduce((top, row, i) => i >= k && Math.abs(row[k]) > Math.abs(rows[top][k]) ? i : top, k);
    [rows[k], rows[best]] = [rows[best], rows[k]]
    if (rows[k][k]) for (let i = k + 1; i < count; i++) { const part = rows[i][k] / rows[k][k]; rows[i] = rows[i].map((each, j) => each - part * rows[k][j]) }
  }
  const found = new Array(count).fill(0)
  for (let k = count - 1; k >= 0; k--) if (rows[k][k]) found[k] = (rows[k][count] - found.reduce((total, each, j) => j > k ? total + rows[k][j] * each : total, 0)) / rows[k][k]
  return found
}

/* The shortest numbers that fit as well: 1.702 rather than 1.7020000041. */
function rounded(residual, p) {
  const most = r => r.reduce((top, each) => Math.max(top, Math.abs(each)), 0), allowed = Math.max(4 * most(residual(p)), 1e-7)
  for (let digits = 1; digits < 8; digits++) {
    const short = p.map(each => Math.abs(each) > 1e-9 ? Number(each.toPrecision(digits)) : 0), r = residual(short)
    if (r && most(r) <= allowed) return short
  }
  return p.map(each => Number(each.toPrecision(7)))
}
})()
