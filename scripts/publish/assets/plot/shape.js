/* A slider for each parameter goes through the values that the module computed, one parameter at a time: the others go back to their defaults. */

(() => {
const plot = document.querySelector(".plot"), sliders = [...plot.querySelectorAll("[data-values]")]
const values = slider => slider.dataset.values.split(" ")
let latest = 0

function say(slider) {
  const value = values(slider)[Number(slider.value)].replace("-", "−")
  slider.parentElement.querySelector("output").value = value
  slider.setAttribute("aria-valuetext", `${slider.dataset.letter} = ${value}`)
}

async function choose(slider) {
  const mine = ++latest, at = Number(slider.value), usual = at === Number(slider.dataset.usual)
  for (const other of sliders) {
    if (other !== slider) other.value = other.dataset.usual
    say(other)
  }
  const own = usual ? null : (await table(`parameters/${plot.dataset.function}/${slider.name}`))[at]
  if (mine !== latest) return // moved on meanwhile
  const query = Object.fromEntries(sliders.map(each => [each.name, each === slider && !usual ? values(slider)[at] : null]))
  plot.dispatchEvent(new CustomEvent("draw", { detail: { own, query } }))
}

const asked = new URLSearchParams(location.search)
for (const slider of sliders) {
  slider.addEventListener("input", () => choose(slider))
  const at = values(slider).indexOf(asked.get(slider.name))
  if (at >= 0) { slider.value = at; choose(slider) }
}
})()
