// Attributes that name a Python function for an event: py-click="greet".
import { isStarted, mainInterpreter, readyInterpreter } from "./mains.js";
import { report } from "./failures.js";

const NO_EVENTS = new Set(["config", "script", "editor", "game", "env", "terminal"]);
const connected = new WeakMap();

/** Connects elements in a part of a page; form controls can be used once Python can. */
export function connectAttributes(root, type) {
  const elements = [...(root.querySelectorAll?.("*") ?? [])];
  if (root.nodeType === Node.ELEMENT_NODE) elements.push(root);
  for (const element of elements) {
    for (const { name, value } of [...element.attributes]) {
      const event = name.startsWith(`${type}-`) ? name.slice(type.length + 1) : undefined;
      if (event && !NO_EVENTS.has(event)) connect(element, type, event, value);
    }
  }
}

function connect(element, type, event, name) {
  const names = connected.get(element) ?? new Set();
  if (names.has(`${type}-${event}`)) return;
  connected.set(element, names.add(`${type}-${event}`));
  waitForPython(element, type);
  element.addEventListener(event, async (happened) => {
    if (!isStarted(type)) return report(`${type}-${event}="${name}": this page has no <script type="${type}"> that defines it.`, element);
    const interpreter = readyInterpreter(type) ?? (await mainInterpreter(type)); // At once: a handler may prevent what follows.
    try {
      interpreter.callHandler(element.getAttribute(`${type}-${event}`) ?? name, happened);
    } catch (error) {
      report(interpreter.describe(error), element);
    }
  });
}

function waitForPython(element, type) {
  if (!("disabled" in element) || element.disabled) return;
  element.disabled = true;
  const enable = () => void (element.disabled = false);
  if (readyInterpreter(type)) return enable();
  addEventListener(`${type}:ready`, enable, { once: true });
}
