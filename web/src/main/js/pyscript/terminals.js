// Terminals: what a script prints, and what its reader types.
import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import { dedented } from "./hooks.js";
import { LineReader } from "./lines.js";
import { contexts } from "./mains.js";
import { beside, loadable } from "./places.js";
import { divert } from "./printing.js";
import { runOnMain } from "./scripts.js";
import { find } from "./targets.js";
import { runInWorker } from "./workers.js";

const APPEARANCE = {
  convertEol: true,
  cursorBlink: true,
  fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  fontSize: 15,
  lineHeight: 1.2,
  screenReaderMode: true,
  theme: { background: "#191A19", foreground: "#F5F2E7" },
};
const RED = "\x1b[31m";
const PLAIN = "\x1b[0m";
const isTaken = new Set();

/** Runs a script with the attribute `terminal`, in whichever thread. */
export async function runInTerminal(element, type) {
  await styleTerminals();
  return element.hasAttribute("worker") ? inWorker(element, type) : onMain(element, type);
}

/** A terminal for an element, shown after it or in its target. */
export function openTerminal(element, options = {}) {
  const attribute = element.getAttribute("target");
  const place = (attribute && find(attribute)) || document.createElement("py-terminal");
  if (!place.isConnected) element.after(place);
  place.style.display = "block";
  const terminal = new Terminal({ ...APPEARANCE, ...options });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(place);
  fit.fit();
  new ResizeObserver(() => fit.fit()).observe(place);
  place.terminal = terminal;
  return terminal;
}

/** Has what is printed shown in a terminal. */
export function printTo(terminal) {
  return (text, isError) => terminal.write(isError ? RED + text + PLAIN : text);
}

async function inWorker(element, type) {
  const terminal = openTerminal(element);
  const reader = new LineReader(terminal);
  element.terminal = terminal;
  const print = printTo(terminal);
  const running = runInWorker(element, type, {
    services: { input: (prompt) => reader.read(prompt ?? "") },
    write: print,
    onReport: (text) => print(`${text}\n`, true),
    lend: { __terminal__: terminal },
  });
  element.process = async (code) => (await element.xworker.ready).run(dedented(code), "<process>", element.target?.id);
  reader.onStop = () => element.xworker.interrupt();
  await running;
}

async function onMain(element, type) {
  const terminal = openTerminal(element);
  const reader = new LineReader(terminal);
  element.terminal = terminal;
  const print = printTo(terminal);
  const input = (prompt) => reader.read(prompt ?? "");
  let becomesReady;
  const started = new Promise((resolve) => void (becomesReady = resolve));
  element.process = async (code) => (await started).run(dedented(code), "<process>", element.target?.id);
  const prepare = (interpreter, target) => {
    divert(target.id, print);
    contexts.get(type).inputs.set(target.id, input);
    if (!isTaken.has(type)) {
      isTaken.add(type);
      divert(`*${type}`, print); // What functions of no script print is read there, too.
      contexts.get(type).inputs.set("*", input);
    }
    interpreter.globals.set("__terminal__", terminal);
    becomesReady(interpreter);
  };
  await runOnMain(element, type, { prepare });
  if (type === "mpy") converse(reader, (await started).interpreter);
}

/** MicroPython's own prompt goes on where the script has ended. */
function converse(reader, micropython) {
  micropython.replInit();
  reader.raw = (data) => {
    for (const byte of new TextEncoder().encode(data)) micropython.replProcessChar(byte);
  };
}

let styled;

/** Loads what terminals look like. */
export function styleTerminals() {
  styled ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = loadable(beside("./terminal.css"));
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return styled;
}
