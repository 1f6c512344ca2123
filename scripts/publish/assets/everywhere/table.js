/* A table of the module, added when a page asks for it: data/NAME.js registers itself in `tables`, so that it can be read from a folder too. */

(() => {
  const here = document.currentScript.src, asked = new Map()
  self.tables = {}
  self.table = async name => tables[name] ?? asked.get(name) ?? asked.set(name, new Promise((found, lost) => {
    const source = new URL(`../data/${name}.js`, here).href
    const failed = () => { asked.delete(name); lost(new Error(`${source} cannot be read`)) } // and the next to ask tries again
    document.head.append(Object.assign(document.createElement("script"), { src: source, onload: () => found(tables[name]), onerror: failed }))
  })).get(name)
})()
