// Runs before anything else in a page of the corpus: notes what happens in it, in order, and does what its reader would do.
(() => {
  const EVENTS = ["py:ready", "py:done", "mpy:ready", "mpy:done", "py:all-done", "py-editor", "mpy-editor", "py-editor:done", "mpy-editor:done", "py-game"];
  const PATIENCE = 50_000; // Milliseconds.
  const QUIET = 120; // Milliseconds without anything new, after which a page has come to its end.
  const LONG = 160; // Characters of an attribute that are compared one by one.

  const notes = [];
  const wants = [];
  const happened = new Map();
  let plan;
  let latest = 0;
  let isEnded = false;

  function note(kind, text) {
    latest = performance.now();
    notes.push([kind, String(text)]);
  }

  function shown(value) {
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (value === null || typeof value !== "object") return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }

  for (const kind of ["log", "info", "warn", "error"]) {
    console[kind] = (...values) => note(`console.${kind}`, values.map(shown).join(" "));
  }
  console.debug = () => {};

  let answers = ["Ada"];
  globalThis.prompt = (text = "") => {
    note("prompt", text);
    return answers.shift() ?? null;
  };
  globalThis.confirm = (text) => {
    note("confirm", text);
    return true;
  };
  globalThis.alert = (text) => note("alert", text);

  addEventListener("error", (event) => event.target === globalThis && note("uncaught", event.message));
  addEventListener("unhandledrejection", (event) => note("unhandled", shown(event.reason)));

  for (const type of EVENTS) {
    addEventListener(
      type,
      (event) => {
        happened.set(type, (happened.get(type) ?? 0) + 1);
        const { target } = event;
        const name = target === globalThis ? "window" : target.localName + (target.id ? `#${target.id}` : "");
        note("event", `${type} on ${name}${event.detail ? ` ${shown(event.detail)}` : ""}`);
      },
      true,
    );
  }

  const pause = (time) => new Promise((wake) => setTimeout(wake, time));

  async function until(condition, what = String(condition)) {
    const end = performance.now() + PATIENCE;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
      await pause(10);
    }
  }

  function want(kind, text) {
    return new Promise((done) => wants.push({ kind, text, done }));
  }

  async function quiet() {
    const end = performance.now() + 3000;
    while (performance.now() - latest < QUIET && performance.now() < end) await pause(20);
  }

  globalThis.reader = {
    /** What the reader of this page does; the page has come to its end when it is done. */
    plan: (steps) => (plan = steps),
    until,
    /** Until an event has happened so many times. */
    seen: (type, times = 1) => until(() => (happened.get(type) ?? 0) >= times, `${type}, ${times} times`),
    /** Until an element shows a text. */
    shows: (selector, text) => until(() => visible(document.querySelector(selector)).includes(text), `${selector} shows "${text}"`),
    /** Notes something of the page's own that should be compared. */
    says: (text) => note("said", typeof text === "string" ? text : shown(text)),
    /** What prompt() will return. */
    answers: (...texts) => (answers = texts),
    /** Types on the real keyboard, or presses a key of it. */
    types: (text) => want("type", text),
    presses: (key) => want("press", key),
    clicks: (selector) => document.querySelector(selector).click(),
    quiet,
    isWaitedFor: () => isEnded || wants.length > 0,
    poll: () => JSON.stringify({ isEnded, want: wants.length ? { kind: wants[0].kind, text: wants[0].text } : null }),
    granted: () => wants.shift().done(),
    result: () => JSON.stringify({ notes, body: document.body ? lines(document.body, 0) : [] }),
  };

  function visible(element) {
    if (!element) return "";
    const rows = element.querySelector(".xterm-rows");
    return rows ? terminal(rows).join("\n") : element.textContent;
  }

  function terminal(rows) {
    const texts = [...rows.children].map((row) => row.textContent.replaceAll("\u00a0", " ").trimEnd());
    while (texts.at(-1) === "") texts.pop();
    return texts;
  }

  // The body as lines: what a page looks like to scripts and styles, without white space between elements.

  function lines(node, depth) {
    const indent = "  ".repeat(depth);
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? [["text", indent, node.data.trim()]] : [];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const name = node.localName;
    const found = [["element", indent, `<${name}${attributes(node)}>`]];
    if (["script", "style", "link", "svg"].includes(name)) return name === "style" || name === "link" ? [] : found;
    if (node.classList.contains("xterm")) {
      const rows = node.querySelector(".xterm-rows");
      return rows ? terminal(rows).map((text) => ["terminal", indent, text]) : found;
    }
    if (node.classList.contains("cm-editor")) {
      return [["code", indent, [...node.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n")]];
    }
    if (/^m?py-editor-box$/.test(node.className)) return editor(node, depth);
    if (name === "canvas") found.push(["text", `${indent}  `, `picture ${hash(node.toDataURL())}`]);
    for (const child of node.shadowRoot?.childNodes ?? []) found.push(...lines(child, depth + 1));
    const copy = node.cloneNode(false);
    for (const child of node.childNodes) copy.append(child.nodeType === Node.TEXT_NODE ? child.cloneNode() : document.createComment(""));
    copy.normalize();
    const whole = [...copy.childNodes];
    const children = [...node.childNodes].filter((child, i, all) => child.nodeType !== Node.TEXT_NODE || all[i - 1]?.nodeType !== Node.TEXT_NODE);
    children.forEach((child, i) => found.push(...lines(child.nodeType === Node.TEXT_NODE ? (whole[i] ?? child) : child, depth + 1)));
    return found;
  }

  /** An editor: what stands in it and what came out. Its buttons are its maker's. */
  function editor(box, depth) {
    const indent = "  ".repeat(depth);
    const within = (root, selector) => [...root.querySelectorAll("*")].flatMap((e) => [...(e.matches(selector) ? [e] : []), ...(e.shadowRoot ? within(e.shadowRoot, selector) : [])]);
    const code = within(box, ".cm-line").map((line) => line.textContent);
    const output = box.querySelector(".py-editor-output, .mpy-editor-output");
    const found = [["element", indent, `<editor data-env="${box.dataset.env}">`], ["code", indent, code.join("\n")]];
    if (output) found.push(["element", indent, `<output${output.id ? ` id="${output.id}"` : ""}>`], ["text", indent, output.innerText.trim()]);
    return found;
  }

  function attributes(node) {
    const all = new Map([...node.attributes].map(({ name, value }) => [name, value]));
    if (all.has("class")) all.set("class", [...node.classList].sort().join(" "));
    if (node.classList.contains("py-error")) return ' class="py-error"'; // How it looks is left to each.
    if (all.has("style")) all.set("style", node.style.cssText);
    if ("value" in node && typeof node.value === "string" && /^(input|textarea|select)$/.test(node.localName)) all.set("(value)", node.value);
    if (node.checked) all.set("(checked)", "");
    return [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ` ${name}${value === "" ? "" : `="${short(value)}"`}`)
      .join("");
  }

  function short(value) {
    return value.length > LONG ? `${value.slice(0, 40)}… ${hash(value)}` : value.replaceAll("\n", "\\n");
  }

  function hash(text) {
    let sum = 7;
    for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
    return (sum >>> 0).toString(16);
  }

  addEventListener("DOMContentLoaded", async () => {
    await pause(0);
    try {
      await (plan ? plan() : globalThis.reader.seen("py:all-done"));
    } catch (error) {
      note("reader", error.message);
    }
    await quiet();
    isEnded = true;
  });
})();
