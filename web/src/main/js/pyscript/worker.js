// The worker's half: Python, and its ways to the page.
import { imported } from "../addresses.js";
import { asking } from "./asking.js";
import { fetchFiles, placeFiles } from "./files.js";
import { fs } from "./folders.js";
import { withHooks } from "./hooks.js";
import { startInterpreter, withoutMachinery } from "./interpreters.js";
import { provideImports, providePackages } from "./packages.js";
import { openStore } from "./stores.js";
import { tokens } from "./tokens.js";
import { decodeCopy, encodeCopy } from "./values.js";

const NAMES = { py: "Pyodide", mpy: "MicroPython" };
const coming = new Map(); // What waits for a function that Python has yet to offer.
const contexts = {};
let means;
let started;
let isDone = false;
let becomesDone;
const done = new Promise((resolve) => void (becomesDone = resolve));
const page = new EventTarget();

addEventListener("message", ({ data }) => {
  if ("service" in data) means = asking(data);
  else if ("boot" in data) begin(data.boot);
  else if ("answer" in data) means.take(data);
  else if ("run" in data) run(data);
  else if ("call" in data) reply(data.id, (interpreter) => interpreter.callRuntime("call", data.values));
  else if ("sync" in data) reply(data.id, (interpreter) => callSync(interpreter, data));
  else if ("interrupt" in data) interrupt();
  else if ("release" in data) started?.then((interpreter) => interpreter.callRuntime("release", data.release));
  else if ("post" in data) take(data.post);
});

/** Python takes this message when it waits or is idle. */
async function interrupt() {
  if (means.interrupts) means.interrupts[0] = 0;
  const interpreter = await started;
  interpreter.interrupt();
}

function begin(boot) {
  started = start(boot);
  started.then(
    () => postMessage({ ready: true }),
    (error) => postMessage({ failed: String(error?.message ?? error) }),
  );
}

async function start({ type, engine, module, base, values, target, how, modules, pageModules, hooks, offered, globals, page: pageUrl }) {
  const tell = (text) => postMessage({ progress: text });
  tell(`Loading ${NAMES[type]}`);
  const ours = {
    thread: "worker",
    type,
    how,
    target,
    config_text: JSON.stringify({ ...values, type }),
    js_modules: {},
    globals: JSON.stringify(globals),
    page_modules: JSON.stringify(pageModules),
    report: (text, place) => postMessage({ report: [withoutMachinery(text), place] }),
    write: (text, isError, place) => postMessage({ write: [text, isError, place] }),
    ask: (text) => means.ask(text),
    ask_later: (text) => means.askLater(text),
    tell: (text) => postMessage({ tell: text }),
    base: pageUrl,
    fs,
    storage: (name) => openStore(name),
    current_script: () => null,
    exposed: (name) => coming.get(name)?.(),
    token: tokens((id) => postMessage({ tell: JSON.stringify(["free", [[id, 1]]]) })),
    post_message: (value) => postMessage({ post: value }),
    xworker: page,
    js_import: (url) => imported(new URL(url, pageUrl).href),
    py_import: async (names) => providePackages(await started, type, { values: { packages: JSON.parse(names) }, base }, tell, offered),
    parse: JSON.parse,
    resolve: (text) => decodeCopy(JSON.parse(text)),
  };
  contexts.ours = ours;
  Object.assign(contexts, { hooks, base, offered, hasOwnEngine: Boolean(engine.script) });
  const loading = Promise.all(modules.map(async ([url, name]) => [name, await imported(url)]));
  const complete = loading.then((all) => {
    for (const [name, module] of all) ours.js_modules[name] = { ...ours.js_modules[name], ...module };
  });
  complete.catch(() => {}); // Heard of by the interpreter.
  tell("Loading interpreter");
  const files = fetchFiles({ values, base });
  files.catch(() => {});
  const interpreter = await startInterpreter(type, { ...engine, module, share: (compiled) => postMessage({ compiled }) }, ours, complete);
  if (means.interrupts) interpreter.interpreter.setInterruptBuffer?.(means.interrupts);
  tell("Loaded interpreter");
  tell("Loading files");
  await placeFiles(interpreter, files);
  tell("Loaded files");
  await providePackages(interpreter, type, { values, base }, tell, offered);
  tell(`Loaded ${NAMES[type]}`);
  return interpreter;
}

/** Runs code and tells what came of it: to a request with an id, or as the end of the script. */
async function run({ run: code, name, isAsync, target, id }) {
  const interpreter = await started.catch(() => undefined);
  if (!interpreter) return;
  const { ours, hooks } = contexts;
  ours.target = target ?? ours.target;
  let value;
  let failure;
  try {
    await provideImports(interpreter, ours.type, code, contexts.base, contexts.offered, contexts.hasOwnEngine);
    value = await runParts(interpreter, hooks, code, name, target, isAsync);
  } catch (error) {
    failure = interpreter.describe(error, name);
  }
  if (id !== undefined) {
    const shown = value === undefined || value === null ? null : String(value);
    value?.destroy?.();
    postMessage(failure === undefined ? { result: id, value: JSON.stringify(["ok", shown]) } : { result: id, error: failure });
    return;
  }
  if (failure !== undefined) postMessage({ report: [failure, target] });
  await interpreter.callRuntime("exports");
  isDone = true;
  becomesDone();
  postMessage({ done: true });
}

async function runParts(interpreter, hooks, code, name, target, isAsync) {
  const sets = Object.fromEntries(Object.entries(hooks).map(([key, list]) => [key, new Set(list)]));
  const empty = { codeBeforeRun: new Set(), codeBeforeRunAsync: new Set(), codeAfterRun: new Set(), codeAfterRunAsync: new Set() };
  const { before, after } = withHooks({ ...empty, ...sets }, code, isAsync);
  const kind = isAsync ? "Async" : "";
  const wrap = { interpreter: interpreter.interpreter, type: contexts.ours.type, run: (text) => interpreter.runSync(text, "<hook>", target) };
  wrap.runAsync = (text) => interpreter.run(text, "<hook>", target);
  await callHooks(sets, "onReady", wrap);
  await callHooks(sets, `onBeforeRun${kind}`, wrap);
  const one = (text, title) => (isAsync ? interpreter.run(text, title, target) : interpreter.runSync(text, title, target));
  if (before.trim()) await one(before, "<before>");
  const value = await one(code, name);
  if (after.trim()) await one(after, "<after>");
  await callHooks(sets, `onAfterRun${kind}`, wrap);
  return value;
}

/** Functions of hooks come as their source: those of the page cannot be called here. */
async function callHooks(sets, name, wrap) {
  for (const source of sets[name] ?? []) {
    const module = URL.createObjectURL(new Blob([`export default ${asFunction(source)}`], { type: "text/javascript" }));
    const { default: hook } = await import(module);
    URL.revokeObjectURL(module);
    await hook(wrap, page);
  }
}

/** A method's source, as a function's. */
function asFunction(source) {
  return /^(async\s+)?(function\b|\(|[\w$]+\s*=>)/.test(source) ? source : source.replace(/^(async\s+)?/, "$1function ");
}

async function reply(id, call) {
  try {
    const value = await call(await started);
    postMessage({ result: id, value });
  } catch (error) {
    postMessage({ result: id, error: String(error?.message ?? error) });
  }
}

async function callSync(interpreter, { sync: name, values }) {
  if (!isDone && !(await interpreter.callRuntime("has_sync", name))) {
    await Promise.race([done, new Promise((resolve) => coming.set(name, resolve))]);
  }
  return interpreter.callRuntime("call_sync", name, values);
}

function take(data) {
  const event = new MessageEvent("message", { data });
  page.onmessage?.(event);
  page.dispatchEvent(event);
}
page.postMessage = (value) => postMessage({ post: value });

/** What the page lends, for functions of hooks. */
page.sync = new Proxy(
  {},
  {
    get: (_, name) =>
      typeof name === "symbol" || name === "then"
        ? undefined
        : async (...values) => {
            const copies = values.map((each) => encodeCopy(each, () => ["u"]));
            const [what, one, other] = JSON.parse(await means.askLater(JSON.stringify(["sync", name, copies])));
            if (what === "error") throw Object.assign(new Error(other), { name: one });
            return decodeCopy(one);
          },
  },
);
