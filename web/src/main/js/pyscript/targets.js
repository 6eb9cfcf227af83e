// Where scripts show what they display.

const counts = { py: 0, mpy: 0 };
let workers = 0;

/** The element that an attribute `target` names: by id or selector. */
export function find(target) {
  return document.getElementById(target.replace(/^#/, "")) ?? document.querySelector(target);
}

/** Gives a script on the main thread a target, and names it. */
export function targetOf(element, type) {
  const attribute = element.getAttribute("target");
  if (element.localName !== "script") {
    element.replaceChildren();
    element.style.display = "block";
    element.id ||= `${type}-${counts[type]++}`;
    return element;
  }
  const named = attribute && find(attribute);
  if (named) {
    named.id ||= `${type}-${counts[type]++}`;
    return named;
  }
  const target = made(`${type}-${counts[type]++}`);
  place(element, target);
  return target;
}

/** Gives a script with a worker an id and a target. */
export function workerTargetOf(element, type) {
  if (!element.id) element.id = `${type}-w${workers++}`;
  const attribute = element.getAttribute("target");
  const named = attribute && find(attribute);
  if (named) return named;
  if (element.localName !== "script") return element;
  const target = made(`${element.id}-target`, `script-${type}`);
  place(element, target);
  return target;
}

function made(id, name = "script-py") {
  const element = document.createElement(name);
  element.id = id;
  return element;
}

function place(element, target) {
  if (document.head.contains(element)) document.body.append(target);
  else element.after(target);
}
