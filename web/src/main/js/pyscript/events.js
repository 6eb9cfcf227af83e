// What a page can listen to.

/** Tells of an element: `py:ready`, `py:done`, `mpy:ready`, `mpy:done`. */
export function dispatch(element, type, what, isWorker, more = {}) {
  element.dispatchEvent(new CustomEvent(`${type}:${what}`, { bubbles: true, detail: { worker: isWorker, ...more } }));
}

/** Tells of what the start of Python has come to. */
export function progress(type, text) {
  dispatchEvent(new CustomEvent(`${type}:progress`, { detail: text }));
}

const waited = new Set();
let isComplete = false;
let isTold = false;

/** Elements that the page waits for until it says `py:all-done`. */
export function expect(element) {
  if (!isComplete) waited.add(element);
}

/** An element has run, or failed. */
export function settle(element) {
  waited.delete(element);
  tellWhenAllAreDone();
}

/** All elements that were there when the page was loaded are known. */
export function complete() {
  isComplete = true;
  tellWhenAllAreDone();
}

function tellWhenAllAreDone() {
  if (!isComplete || isTold || waited.size > 0) return;
  isTold = true;
  dispatchEvent(new CustomEvent("py:all-done"));
}
