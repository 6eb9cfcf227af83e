// Scripts on the page's thread: from the element to what it has run.
import { dispatch, expect, settle } from "./events.js";
import { CODES, Failure, report, reportFailure } from "./failures.js";
import { callAll, callAllSync, dedented, hooks, settled, withHooks } from "./hooks.js";
import { mainInterpreter, settings } from "./mains.js";
import { provideImports } from "./packages.js";
import { boot, ofPage } from "./places.js";
import { divert, printInto } from "./printing.js";
import { targetOf } from "./targets.js";

const OFF = /^(false|no|0)$/i;
const FETCH = { 401: CODES.unauthorized, 403: CODES.forbidden, 404: CODES.notFound, 500: CODES.server, 503: CODES.unavailable };
const turns = new Map();
let counts = 0;

/** Runs the code of an element on the page's thread. */
export async function runOnMain(element, type, { prepare } = {}) {
  expect(element);
  const turn = turns.get(type);
  let begun;
  turns.set(type, new Promise((resolve) => void (begun = resolve))); // Scripts begin in their order, whatever they wait for.
  try {
    const code = codeOf(element);
    code.catch(() => {}); // Heard of in its turn.
    checkContent(element, type);
    const name = nameOf(element);
    const target = targetOf(element, type);
    element.target = target;
    target.script = element;
    if (element.getAttribute("print") === "page") divert(target.id, printInto(target));
    const interpreter = await mainInterpreter(type);
    await turn;
    await settled;
    prepare?.(interpreter, target);
    await run(interpreter, element, type, code, target, name, begun);
  } catch (error) {
    reportFailure(error, element);
  } finally {
    begun();
    settle(element);
  }
}

async function run(interpreter, element, type, coming, target, name, begun) {
  const isAsync = !OFF.test(element.getAttribute("async") ?? "");
  const wrap = { interpreter: interpreter.interpreter, io: {}, type, run: (code) => interpreter.runSync(code, "<hook>", target.id) };
  wrap.runAsync = (code) => interpreter.run(code, "<hook>", target.id);
  if (isAsync) await callAll(hooks.main.onReady, wrap, element);
  else callAllSync(hooks.main.onReady, wrap, element);
  dispatch(element, type, "ready", false);
  let text;
  try {
    text = await coming;
  } catch (error) {
    reportFailure(error, element);
    dispatch(element, type, "done", false); // Who waits for the script should not wait for ever.
    return;
  }
  const { before, code, after } = withHooks(hooks.main, text, isAsync);
  const { engine, base } = settings.get(type);
  if (isAsync) await provideImports(interpreter, type, code, base, boot.packages, Boolean(engine.script));
  const each = isAsync ? callAll : callAllSync;
  const kind = isAsync ? "Async" : "";
  try {
    await each(hooks.main[`onBeforeRun${kind}`], wrap, element);
    const one = (text, title) => (isAsync ? interpreter.run(text, title, target.id) : interpreter.runSync(text, title, target.id));
    if (before.trim()) await one(before, "<before>");
    const running = one(code, name);
    begun();
    await running;
    if (after.trim()) await one(after, "<after>");
    await each(hooks.main[`onAfterRun${kind}`], wrap, element);
  } catch (error) {
    report(interpreter.describe(error, name), element);
  }
  dispatch(element, type, "done", false);
}

/** What a traceback calls the code of an element. */
function nameOf(element) {
  const source = element.getAttribute("src");
  if (source) return source.split(/[?#]/)[0];
  counts++;
  return element.id ? `#${element.id}` : `<script ${counts}>`;
}

/** The code of an element: its text, or what its `src` names. */
export async function codeOf(element) {
  const source = element.getAttribute("src");
  if (!source) return dedented(textOf(element));
  const url = ofPage(source);
  const answer = await fetch(url).catch((error) => {
    throw new Failure(CODES.fetch, `Fetching from URL ${source} failed: ${error.message}.`);
  });
  if (!answer.ok) {
    const code = FETCH[answer.status] ?? CODES.fetch;
    throw new Failure(code, `Fetching from URL ${source} failed with error ${answer.status} (${answer.statusText}). Are your filename and path correct?`);
  }
  return answer.text();
}

/** A script has code of its own or names a file, not both. */
export function checkContent(element, type) {
  const source = element.getAttribute("src");
  if (source && textOf(element).replace(/^\s*#.*$/gm, "").trim()) {
    throw new Failure(
      CODES.conflict,
      `Invalid content for <script type="${type}" src="${source}">: it has code of its own as well. Keep one of the two.`,
    );
  }
}

function textOf(element) {
  if (element.localName === "script") return element.textContent;
  if (element.childElementCount === 0) return element.textContent;
  console.warn(`The code in <${element.localName}> was read as HTML where it has < or &. <script type="py"> takes it as it is.`);
  const area = document.createElement("textarea");
  area.innerHTML = element.innerHTML;
  return area.value;
}
