/* Search in one language by substrings, so that Chinese needs no word list. Either Chinese script, English and other names find the same page.

   Messages: 1 ready, 2 query, 3 result. Where the site comes from a server this runs as a Worker. A page that is opened from a folder can start none:
   there it is a script of the page, and window.searchHere takes the place of the Worker, with post(message) and onmessage({ data: message }).
   Either way the address says for which language: search-worker.js?language=en.

   The index is search/<language>.js, asked for at the first query. It registers itself in searchIndex:
     fold       pairs of characters: the first is read as the second (Traditional as Simplified)
     synonyms   groups of names for one thing
     docs       sections: location (from the language's root), title, text, keywords (other names of the page, optional)

   A query such as x*sigmoid(x) is a formula: formula.js reads it, and the functions of data/identify.js with the same values come first. */

(() => {
const here = new URL(self.document ? document.currentScript.src : location)
const language = here.searchParams.get("language"), root = new URL(`../${language}/`, here)
const source = new URL(`../search/${language}.js`, here).href
let index

const load = () => index ??= (self.document ? byTag() : Promise.resolve(importScripts(source))).then(() => prepare(self.searchIndex[language]))

const byTag = () => new Promise((found, lost) => {
  const failed = () => { index = undefined; lost(new Error(`${source} cannot be read`)) } // and the next query asks again
  document.head.append(Object.assign(document.createElement("script"), { src: source, onload: found, onerror: failed }))
})

/* Scripts that only a formula needs. */
let recognising
const recognise = () => recognising ??= (async () => {
  self.tables ??= {}
  const needed = [["assets/formula.js", self.readFormula], ["data/identify.js", tables.identify]].flatMap(([path, there]) => there ? [] : [new URL(`../${path}`, here).href])
  if (!self.document) importScripts(...needed)
  else await Promise.all(needed.map(src => new Promise((found, lost) => document.head.append(Object.assign(document.createElement("script"), { src, onload: found, onerror: lost })))))
  return { mixed: tables.identify.mixed, single: tables.identify.single.map(f => ({ ...f, value: readFormula(f.formula).at })) }
})()

/* What may be a formula: x, and something done with it. */
const formulaLike = query => /x/i.test(query) && /[-+*\/^()|√²³·×]/.test(query)

const PLACES = [-7.3, -3.7, -2.1, -1.2, -0.6, -0.3, 0.2, 0.45, 0.8, 1.6, 2.4, 3.3, 5.2, 7.7]
const LETTERS = { "α": "alpha", "β": "beta", "θ": "theta", "ω": "omega", "λ": "lam", lambda: "lam", "τ": "tau" }

/* The functions that a query computes: those of one number by their values, letters standing for parameters; the others as their formula is typed. */
async function computed(query) {
  if (!formulaLike(query)) return []
  const { single, mixed } = await recognise()
  const typed = query.normalize("NFKC").replace(/−/g, "-").replace(/\s|\[[ij]\]/g, "").replace(/\*\*/g, "^").replace(/σ|\bsigma\b/g, "sigmoid").replace(/^(?:f\(x\)|y)=/, "")
  const found = mixed.flatMap(([id, formula]) => formula === typed ? [id] : [])
  let asked
  try { asked = readFormula(query.replace(/x/gi, "x")) } catch { return found }
  const letters = asked.letters.filter(letter => letter !== "x")
  if (!asked.called || !asked.letters.includes("x")) return found
  const same = ({ parameters, value }) => {
    const ours = { ...Object.fromEntries(parameters) }, theirs = {}
    for (const [k, letter] of letters.entries()) {
      const own = LETTERS[letter] ?? letter, name = own in ours ? own : letters.length === parameters.length ? parameters[k][0] : null
      if (name === null) return false
      theirs[letter] = ours[name] = 1.37 + 0.21 * k // numbers that nobody has as a default
    }
    return PLACES.every(x => {
      theirs.x = ours.x = x
      const a = asked.at(theirs), b = value(ours)
      return Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b))
    })
  }
  return [...found, ...single.filter(same).sort((a, b) => a.parameters.length - b.parameters.length || a.id.length - b.id.length).map(({ id }) => id)]
}

/* Without a server nobody opens the index.html of a folder. */
function address(path) {
  const found = new URL(path, root)
  if (found.protocol === "file:") found.pathname += "index.html"
  return found.href
}

function prepare({ fold, synonyms, docs }) {
  const pairs = [...fold ?? ""], simple = new Map()
  for (let i = 0; i + 1 < pairs.length; i += 2) simple.set(pairs[i], pairs[i + 1])
  // One character in, one character out: a place in the folded text is the same place in the text that is shown.
  const read = text => Array.from(text, c => { const low = c.toLowerCase(); return simple.get(c) ?? (low.length === c.length ? low : c) }).join("")
  const names = new Map()
  for (const group of synonyms ?? []) {
    const all = group.map(name => read(name.trim())).filter(Boolean)
    for (const name of all) names.set(name, [...new Set([...names.get(name) ?? [], ...all])])
  }
  return { read, names, docs: docs.map(doc => ({ ...doc, inTitle: read(doc.title), inText: read(doc.text), keywords: (doc.keywords ?? []).map(read), whole: !doc.location.includes("#") })) }
}

/* A query is names: a known name stays whole ("vanishing gradient"), the rest is cut at spaces and between Han and Latin. */
function terms(query, { read, names }) {
  const asked = read(query.normalize("NFKC")).trim().replace(/\s+/g, " ")
  if (names.has(asked)) return [names.get(asked)]
  const cut = asked.split(/[\s,.;，、。；]+|(?<=[\u3400-\u9fff])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\u3400-\u9fff])/).filter(Boolean)
  return [...new Set(cut)].map(term => names.get(term) ?? [term])
}

function count(text, term) {
  let n = 0
  for (let i = text.indexOf(term); i >= 0 && n < 9; i = text.indexOf(term, i + term.length)) n++
  return n
}

/* A title that is the name says most, then a title that holds it, then the text. A page outranks its sections.
   "Vanishing and exploding gradients" holds "vanishing gradient" too, word by word, and counts for less. */
function weigh(doc, alternatives) {
  let best = 0, often = 0
  const found = []
  alternatives.forEach((term, i) => {
    const words = term.split(" "), scattered = text => words.length > 1 && words.every(word => text.includes(word))
    const said = count(doc.inText, term), keyword = doc.keywords.includes(term) ? 70 : 0
    const title = count(doc.inTitle, term) ? (doc.inTitle === term ? 120 : 60 + 30 * term.length / doc.inTitle.length) : scattered(doc.inTitle) ? 50 : 0
    const text = said || (scattered(doc.inText) ? .5 : 0)
    if (!title && !text && !keyword) return
    found.push(...count(doc.inTitle, term) || said ? [term] : words)
    often += said
    best = Math.max(best, (doc.whole ? 1.5 : 1) * Math.max(title, keyword) + text - i * .01)
  })
  return { best, often, found }
}

/* A page counts by its best section and by how often it speaks of the matter. Chapters explain, claims pick one point, the home page only names. */
const standing = page => page === "" ? .2 : page.startsWith("guide/") ? 1.3 : page.startsWith("claims/") ? .4 : 1

/* The pages of functions as results. */
const pagesOf = (ids, { docs }) => ids.flatMap(id => {
  const doc = docs.find(({ location }) => location === `functions/${id}/`)
  return doc ? [[{ location: address(doc.location), title: escape(doc.title), text: `<p>${escape(doc.text.slice(0, 160))}</p>`, score: 1, terms: {} }]] : []
})

const escape = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;")

/* The text with what was found marked; a long text is cut around its first hit. */
function mark(text, folded, found, room) {
  const spans = []
  for (const term of found) for (let i = folded.indexOf(term); i >= 0 && spans.length < 40; i = folded.indexOf(term, i + term.length)) spans.push([i, i + term.length])
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const start = text.length > room ? Math.max(0, (spans[0]?.[0] ?? 0) - room / 4) : 0, end = Math.min(text.length, start + room)
  let shown = start ? "…" : "", at = start
  for (const [from, to] of spans) {
    if (from < at || to > end) continue
    shown += escape(text.slice(at, from)) + "<mark data-md-highlight>" + escape(text.slice(from, to)) + "</mark>"
    at = to
  }
  return shown + escape(text.slice(at, end)) + (end < text.length ? "…" : "")
}

/* The words as this page writes them: Material marks them on the page that opens. */
function written(doc, found) {
  for (const term of found) for (const [text, folded] of [[doc.title, doc.inTitle], [doc.text, doc.inText]])
    if (folded.includes(term)) return text.substr(folded.indexOf(term), term.length)
}

function search(query, { docs, ...index }) {
  const asked = terms(query, index), pages = new Map()
  if (!asked.length) return []
  for (const doc of docs) {
    const weighed = asked.map(alternatives => weigh(doc, alternatives))
    if (weighed.some(({ best }) => !best)) continue
    const page = doc.location.split("#")[0], sum = part => weighed.reduce((total, each) => total + each[part], 0), found = weighed.flatMap(each => each.found)
    const hit = { doc, found, score: sum("best"), often: sum("often"), words: weighed.map(each => written(doc, each.found)).filter(Boolean) }
    pages.set(page, [...pages.get(page) ?? [], hit])
  }
  return [...pages].map(([page, hits]) => {
    hits.sort((a, b) => b.score - a.score)
    const often = hits.reduce((total, hit) => total + hit.often, 0), score = standing(page) * (hits[0].score + 6 * Math.min(often, 12))
    // The search box takes the first entry of a group for the page itself.
    const whole = hits.find(({ doc }) => doc.whole) ?? { ...hits[0], doc: docs.find(doc => doc.location === page) ?? hits[0].doc, score: 0 }
    return { score, group: [whole, ...hits.filter(hit => hit.doc !== whole.doc)] }
  }).sort((a, b) => b.score - a.score).slice(0, 40).map(({ group }) => group.map(({ doc, score, found, words }) => ({
    location: address(doc.location),
    title: mark(doc.title, doc.inTitle, found, 200),
    text: doc.text ? `<p>${mark(doc.text, doc.inText, found, 160)}</p>` : "",
    score,
    terms: Object.fromEntries(words.map(word => [word, true])),
  })))
}

// The box asks for nothing as soon as a page opens: that is no reason to read the index.
async function answer({ type, data }, say) {
  if (type !== 2) return
  if (!data.trim()) return say({ type: 3, data: { items: [] } })
  const index = await load(), first = pagesOf(await computed(data).catch(() => []), index), known = new Set(first.map(([{ location }]) => location))
  say({ type: 3, data: { items: [...first, ...search(data, index).filter(([{ location }]) => !known.has(location))] } })
}

if (self.document) {
  const say = message => self.searchHere.onmessage?.({ data: message })
  self.searchHere = { onmessage: null, post: message => answer(message, say) }
  setTimeout(say, 0, { type: 1 }) // once whoever loaded this has had the time to listen
} else {
  addEventListener("message", ({ data }) => answer(data, message => postMessage(message)))
  postMessage({ type: 1 })
}
})()
