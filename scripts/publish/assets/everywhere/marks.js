/* On a page that a search has led to, the words that were searched are marked: ?h=… once for each. */

(() => {
  const words = new URLSearchParams(location.search).getAll("h").filter(Boolean), article = document.querySelector("article")
  if (!words.length || !article) return
  const wanted = new RegExp(words.sort((a, b) => b.length - a.length).map(word => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "giu")
  const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, node => node.parentElement.closest("math, svg, script, button") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  const texts = []
  while (walk.nextNode()) if (walk.currentNode.data.search(wanted) >= 0) texts.push(walk.currentNode)
  for (const text of texts) {
    const pieces = []
    let at = 0
    for (const { 0: found, index } of text.data.matchAll(wanted)) {
      pieces.push(text.data.slice(at, index), Object.assign(document.createElement("mark"), { textContent: found }))
      at = index + found.length
    }
    text.replaceWith(...pieces, text.data.slice(at))
  }
})()
