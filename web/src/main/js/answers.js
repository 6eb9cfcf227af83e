// Waits for the reader's answer while Python waits, where WebAssembly cannot wait for promises, and lets Stop interrupt Python
// that computes, where memory is shared. The page's part is urgent.js. Python finds `vivariumRead(ask)` in the worker where there
// is a way: it asks, waits, and returns "line" and the text, "end" or "stop"; nothing when that failed.

const SIZE = 1 << 20; // Bytes; more than anyone enters.
const HEADER = 8;
const MOST_FAILURES = 3;

/**
 * Shares memory with the page, if it is isolated.
 *
 * @param id what the page calls this worker when it has a service worker for it
 * @returns `{interrupts}`, a buffer for Pyodide where memory is shared
 */
export function answersFor(id) {
  if (self.crossOriginIsolated) {
    const answer = new SharedArrayBuffer(SIZE);
    const interrupts = new Uint8Array(new SharedArrayBuffer(1));
    postMessage({ answer, interrupts });
    self.vivariumRead = (ask) => fromMemory(answer, interrupts, ask);
    return { interrupts };
  }
  if (id) self.vivariumRead = (ask) => fromServiceWorker(id, ask);
  return {};
}

function fromMemory(answer, interrupts, ask) {
  const state = new Int32Array(answer);
  Atomics.store(state, 0, 0);
  ask();
  Atomics.wait(state, 0, 0);
  interrupts[0] = 0; // The message says it.
  return meaning(new TextDecoder().decode(new Uint8Array(answer, HEADER, state[1]).slice()));
}

function fromServiceWorker(id, ask) {
  ask();
  const url = new URL(`./answer?${id}`, import.meta.url);
  for (let failures = 0; failures < MOST_FAILURES; ) {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.send();
    if (request.status === 200) return meaning(request.responseText);
    if (request.status !== 204) failures++;
  }
  return "";
}

/** A message of the protocol as the Python side wants it: with a letter before the text. */
function meaning(message) {
  const { type, text } = JSON.parse(message);
  if (type === "interrupt") return "stop";
  return text === undefined ? "end" : `line${text}`;
}
