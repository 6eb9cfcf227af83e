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

/**
 * Gives a script with a worker an id and a target, which is made when something is first shown in it.
 *
 * @returns `{id, element()}`
 */
export function workerTargetOf(element, type) {
  if (element.localName !== "script") {
    const target = targetOf(element, type);
    return { id: target.id, element: () => target };
  }
  if (!element.id) element.id = `${type}-w${workers++}`;
  const attribute = element.getAttribute("target");
  const named = attribute && find(attribute);
  if (named) {
    named.id ||= `${element.id}-target`;
    return { id: named.id, element: () => named };
  }
  const id = `${element.id}-target`;
  const make = () => {
    const target = made(id, `script-${type}`);
    place(element, target);
    return target;
  };
  return { id, element: () => document.getElementById(id) ?? make() };
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
