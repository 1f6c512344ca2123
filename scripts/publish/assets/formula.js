/* A formula as people type it, read and evaluated: x*sigmoid(1.702*x), max(0, x), log(1+exp(x)), x if x > 0 else 0.01*x. Nothing is run as code.

   readFormula(text) gives { at(values), letters, called }: the value for { x: 0.5, beta: 2 }, the letters that it asks for, whether it is more than
   a word. What cannot be read throws FormulaError with `at`, where, and `what`: end, sign, word, count, long.

     choice      either [ "if" choice "else" choice ] | either "?" choice ":" choice
     either      sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
     sum         product { ("+" | "-") product }
     product     signed { ("*" | "/" | nothing) signed }      nothing, as in 2x or 2 exp(x)
     signed      ("+" | "-") signed | power
     power       atom [ ("^" | "**") signed ]
     atom        number | letter | word "(" choice { "," choice } ")" | "(" choice ")" | "|" choice "|" */

(() => {
const LONGEST = 400, DEEPEST = 60

class FormulaError extends Error {
  constructor(what, at, said = "") { super(what); Object.assign(this, { what, at, said }) }
}

/* erf x = 2/√π e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms are all of one sign; far out the continued fraction of erfc. */
function erf(x) {
  const size = Math.abs(x)
  if (!(size < 2.5)) return Number.isNaN(x) ? x : Math.sign(x) * (1 - erfc(size))
  let term = x, sum = x
  for (let n = 1; n < 90 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) sum += term *= 2 * x * x / (2 * n + 1)
  return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum
}

function erfc(x) {
  if (!(x >= 2.5)) return 1 - erf(x)
  if (x > 27) return 0
  let below = x
  for (let k = 90; k; k--) below = x + k / 2 / below
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / below
}

const sigmoid = x => 1 / (1 + Math.exp(-x))
const softplus = x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
const clip = (x, low, high) => Math.min(Math.max(x, low), high)
const same = (name, ...others) => others.map(other => [other, name])

const FUNCTIONS = {
  exp: [Math.exp, 1], log: [Math.log, 1], log1p: [Math.log1p, 1], expm1: [Math.expm1, 1], sqrt: [Math.sqrt, 1], abs: [Math.abs, 1], sign: [Math.sign, 1],
  sin: [Math.sin, 1], cos: [Math.cos, 1], tanh: [Math.tanh, 1], sinh: [Math.sinh, 1], cosh: [Math.cosh, 1], atan: [Math.atan, 1], erf: [erf, 1], erfc: [erfc, 1],
  sech: [x => 1 / Math.cosh(x), 1], Phi: [x => erfc(-x / Math.SQRT2) / 2, 1], phi: [x => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), 1],
  sigmoid: [sigmoid, 1], softplus: [softplus, 1], relu: [x => x > 0 ? x : x * 0, 1], square: [x => x * x, 1], step: [x => x > 0 ? 1 : x <= 0 ? 0 : x, 1],
  pow: [Math.pow, 2], max: [Math.max, 0], min: [Math.min, 0], where: [(c, a, b) => c ? a : b, 3], clip: [clip, 3],
}
const OTHERS = new Map([
  ...same("sigmoid", "sigma", "logistic", "expit", "σ"), ...same("log", "ln"), ...same("max", "maximum"), ...same("min", "minimum"), ...same("atan", "arctan"),
  ...same("step", "heaviside", "indicator"), ...same("clip", "clamp"), ...same("Phi", "Φ"), ...same("phi", "φ", "ϕ"), ...same("square", "sqr"), ...same("sign", "sgn"),
])
const CONSTANTS = { pi: Math.PI, e: Math.E, "π": Math.PI, inf: Infinity, infinity: Infinity }
const SIGNS = { "−": "-", "–": "-", "·": "*", "×": "*", "⋅": "*", "∗": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "[": "(", "]": ")", "{": "(", "}": ")", "√": "sqrt ", "²": "^2", "³": "^3" }
const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][\w.]*|[α-ωΑ-Ωϕ])|(\*\*|<=|>=|==|!=|[-+*/^(),<>?:|]))/y

function tokens(text) {
  const plain = text.normalize("NFC").replace(/[−–·×⋅∗÷≤≥≠[\]{}√²³]/g, sign => SIGNS[sign]).replace(/^\s*(?:[a-z]\w*\s*(?:\(\s*x\s*\))?|lambda\s+x)\s*(?:=(?!=)|:)/i, "")
  if (plain.length > LONGEST) throw new FormulaError("long", LONGEST)
  const found = []
  TOKEN.lastIndex = 0
  while (plain.slice(TOKEN.lastIndex).trim()) {
    const at = TOKEN.lastIndex, match = TOKEN.exec(plain)
    if (!match) throw new FormulaError("sign", at, plain.slice(at).trim()[0])
    const [, number, word, sign] = match
    found.push(number ? { number: Number(number), at } : word ? { word: word.split(".").at(-1), at } : { sign: sign === "^" ? "**" : sign, at })
  }
  return found
}

self.FormulaError = FormulaError
self.readFormula = text => {
  const list = tokens(text), letters = new Set()
  let here = 0, deep = 0, called = false
  const sees = (...signs) => signs.includes(list[here]?.sign ?? "end"), word = name => list[here]?.word === name
  const takes = sign => sees(sign) && ++here
  const lost = () => { const token = list[here]; return token ? new FormulaError("sign", token.at, token.sign ?? token.word ?? String(token.number)) : new FormulaError("end", text.length) }
  const must = sign => { if (!takes(sign)) throw lost() }
  const next = () => { called = true; return list[here++] }

  function choice() {
    if (++deep > DEEPEST) throw new FormulaError("long", list[here]?.at ?? text.length)
    const first = either()
    deep--
    if (word("if")) {
      next()
      const test = either()
      if (!word("else")) throw lost()
      next()
      const other = choice()
      return v => test(v) ? first(v) : other(v)
    }
    if (!sees("?")) return first
    next()
    const yes = choice()
    must(":")
    const no = choice()
    return v => first(v) ? yes(v) : no(v)
  }

  const COMPARED = { "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b, "==": (a, b) => a === b, "!=": (a, b) => a !== b }
  function either() {
    const left = sum()
    if (!sees(...Object.keys(COMPARED))) return left
    const holds = COMPARED[next().sign], right = sum()
    return v => Number(holds(left(v), right(v)))
  }

  function sum() {
    let left = product()
    while (sees("+", "-")) {
      const a = left, minus = next().sign === "-", b = product()
      left = minus ? v => a(v) - b(v) : v => a(v) + b(v)
    }
    return left
  }

  const begins = () => list[here] && (list[here].number !== undefined || (list[here].word && !["if", "else"].includes(list[here].word)) || sees("("))
  function product() {
    let left = signed()
    while (sees("*", "/") || begins()) {
      const a = left, over = sees("/"), b = (sees("*", "/") ? next() : called = true, signed())
      left = over ? v => a(v) / b(v) : v => a(v) * b(v)
    }
    return left
  }

  function signed() {
    if (++deep > DEEPEST) throw new FormulaError("long", list[here]?.at ?? text.length)
    try {
      if (!sees("+", "-")) return power()
      const minus = next().sign === "-", inner = signed()
      return minus ? v => -inner(v) : inner
    } finally { deep-- }
  }

  function power() {
    const base = atom()
    if (!sees("**")) return base
    next()
    const exponent = signed()
    return v => base(v) ** exponent(v)
  }

  function atom() {
    const token = list[here]
    if (takes("(")) { const inner = choice(); must(")"); return inner }
    if (takes("|")) { const inner = choice(); must("|"); called = true; return v => Math.abs(inner(v)) }
    if (token?.number !== undefined) { here++; return () => token.number }
    if (!token?.word || ["if", "else"].includes(token.word)) throw lost()
    here++
    const name = token.word, plain = OTHERS.get(name) ?? (name in FUNCTIONS ? name : OTHERS.get(name.toLowerCase()) ?? name.toLowerCase())
    if (Object.hasOwn(FUNCTIONS, plain) && sees("(")) return call(plain, token.at)
    if (plain === "sqrt" || (Object.hasOwn(FUNCTIONS, plain) && name.length > 2)) { if (begins()) { called = true; const inner = power(); return v => FUNCTIONS[plain][0](inner(v)) } throw lost() }
    if (Object.hasOwn(CONSTANTS, name)) return () => CONSTANTS[name]
    if (sees("(") && name.length > 2) throw new FormulaError("word", token.at, name)
    letters.add(name)
    return v => v[name]
  }

  function call(name, at) {
    const [f, wanted] = FUNCTIONS[name], given = []
    next()
    do given.push(choice()); while (takes(","))
    must(")")
    if (wanted ? given.length !== wanted : given.length < 2) throw new FormulaError("count", at, name)
    if (given.length === 1) { const [inner] = given; return v => f(inner(v)) }
    return v => f(...given.map(each => each(v)))
  }

  if (!list.length) throw new FormulaError("end", 0)
  const at = choice()
  if (here < list.length) throw lost()
  return { at, letters: [...letters], called }
}
})()
