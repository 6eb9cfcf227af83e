// Buttons act on cells wherever they stand: data-action="run" in a cell, or anywhere with data-cell="its id".
const COPIED = 1500; // Milliseconds for which a button says that it has copied.

const actions = {
  run: (cell) => cell.run(),
  stop: (cell, { detail }) => detail < 2 && cell.stop(), // The second half of a double click must not stop what the first began.
  reset: (cell) => cell.reset(),
  clear: (cell) => cell.clear(),
  copy: (cell, event, button, texts) => copy(cell, button, texts["copied"]),
  "run-all": () => document.querySelectorAll("viv-cell").forEach((cell) => cell.run?.()),
};

/** @param texts what the page says, by its keys */
export function listenToButtons(texts) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-action]");
    const action = button && !event.defaultPrevented && actions[button.dataset.action];
    if (!action) return;
    const cell = button.dataset.cell ? document.getElementById(button.dataset.cell) : button.closest("viv-cell");
    if (button.dataset.action !== "run-all" && !(cell?.matches("viv-cell") && cell.run)) return;
    if (button.matches("a")) event.preventDefault();
    action(cell, event, button, texts);
  });
}

async function copy(cell, button, copied) {
  await navigator.clipboard.writeText(cell.code);
  if ("copied" in button.dataset) return;
  const label = button.getAttribute("aria-label");
  button.dataset.copied = "";
  button.setAttribute("aria-label", copied);
  setTimeout(() => {
    delete button.dataset.copied;
    if (label === null) button.removeAttribute("aria-label");
    else button.setAttribute("aria-label", label);
  }, COPIED);
}
