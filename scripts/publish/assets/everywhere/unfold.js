/* A form that a phone shows folded, behind a button: pressed, the button unfolds it, and folds it again. Where there is room, the form is always seen and the button never. */

for (const button of document.querySelectorAll("button.unfold")) {
  button.addEventListener("click", () => button.setAttribute("aria-expanded", button.getAttribute("aria-expanded") !== "true"))
}
