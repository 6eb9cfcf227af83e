// Finds what a page has for Python, when it is loaded and whenever something is added.
import { connectAttributes } from "./attributes.js";
import { isLate, isOff } from "./configuration.js";
import { complete, expect, settle } from "./events.js";
import { CODES, Failure, reportFailure } from "./failures.js";
import { prefetch } from "./mains.js";
import { runOnMain } from "./scripts.js";
import { TYPES } from "./types.js";
import { runInWorker } from "./workers.js";

const WHAT = ["editor", "game"].flatMap((kind) => [...TYPES.keys()].map((type) => `script[type="${type}-${kind}"]`)).join();
const BEGUN = Symbol.for("vivarium.pyscript.begun");
const seen = new WeakSet();
let editors;

/** Begins with what is there, and goes on with what comes. */
export function begin() {
  if (globalThis[BEGUN]) return; // Two scripts would run everything twice.
  globalThis[BEGUN] = true;
  for (const type of TYPES.keys()) {
    if (document.querySelector(`script[type="${type}"]:not([worker]), ${type}-script:not([worker])`)) prefetch(type);
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", beginWithPage);
  else beginWithPage();
}

function beginWithPage() {
  take(document);
  complete();
  new MutationObserver((records) => {
    for (const { addedNodes, attributeName, target } of records) {
      if (attributeName) takeOne(target);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) take(node);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["worker", "type"] });
}

/** Takes what is in a part of the page, `py` first. */
function take(root) {
  for (const type of TYPES.keys()) {
    const selector = `script[type="${type}"], ${type}-script`;
    for (const element of within(root, selector)) takeScript(element, type);
    for (const element of within(root, `${type}-config`)) takeConfiguration(element, type);
    connectAttributes(root, type);
  }
  for (const element of within(root, WHAT)) takeOther(element);
}

function takeOne(element) {
  if (element.localName === "script") take(element);
}

function within(root, selector) {
  const inside = [...root.querySelectorAll(selector)];
  return root.matches?.(selector) ? [root, ...inside] : inside;
}

function takeScript(element, type) {
  if (seen.has(element)) return;
  seen.add(element);
  if (!element.hasAttribute("worker") && !element.hasAttribute("terminal")) {
    runOnMain(element, type);
    return;
  }
  later(element, async () => {
    const hasTerminal = element.hasAttribute("terminal") && !(await isOff(type, "py-terminal"));
    if (hasTerminal) return (await import("./terminals.js")).runInTerminal(element, type);
    return (element.hasAttribute("worker") ? runInWorker : runOnMain)(element, type);
  });
}

function takeOther(element) {
  if (seen.has(element)) return;
  seen.add(element);
  const [type, kind] = element.type.split("-");
  later(element, async () => {
    if (await isOff(type, `py-${kind}`)) return undefined;
    if (kind === "editor") {
      editors ??= import("./editors.js"); // Of several imports of a file, a later one may come first; editors come in their order.
      return (await editors).edit(element, type);
    }
    return (await import("./games.js")).play(element, type);
  });
}

/** A configuration that comes when Python has started without it is not silently left out. */
function takeConfiguration(element, type) {
  if (seen.has(element)) return;
  seen.add(element);
  if (!isLate(element, type)) return;
  reportFailure(new Failure(CODES.config, `This <${type}-config> comes too late: Python has started without it.`), element);
}

function later(element, run) {
  expect(element);
  run()
    .catch((error) => reportFailure(error, element))
    .finally(() => settle(element));
}
