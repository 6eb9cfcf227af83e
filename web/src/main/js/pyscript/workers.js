// Workers: each has a Python of its own, and sees the page.
import { ofValue, workerConfiguration } from "./configuration.js";
import { dispatch, progress } from "./events.js";
import { CODES, Failure, report } from "./failures.js";
import { fs } from "./folders.js";
import { callAllSync, hooks, settled, sources } from "./hooks.js";
import { engineFor } from "./mains.js";
import { loadModules } from "./modules.js";
import { beside, boot, ofPage } from "./places.js";
import { divert, printInto, write } from "./printing.js";
import { Objects, perform } from "./remote.js";
import { checkContent, codeOf } from "./scripts.js";
import { workerTargetOf } from "./targets.js";
import { startThread } from "./threads.js";
import { typeOf } from "./types.js";
import { encodeCopy } from "./values.js";

const OFF = /^(false|no|0)$/i;
const named = new Map();
const askedFor = new Map();
const compiled = new Map();

/** A worker that runs Python, as a page's JavaScript and Python see it. */
export class PythonWorker extends EventTarget {
  #thread;
  #objects;
  #own = {};
  #answers = new Map();
  #next = 0;
  #services;
  #shares;
  #reports;
  #write;

  /**
   * @param given `{type, configuration, code, name, target, isAsync, serviceWorker, services, element}`: what the worker
   *     runs and how; `services` are functions that it can ask the page for, beside the usual ones
   */
  constructor(given) {
    super();
    this.#services = { ...SERVICES, ...given.services };
    this.#write = given.write ?? write;
    this.#reports = (text) => {
      given.onReport?.(text);
      if (!given.isQuiet) report(text, given.element);
    };
    this.#objects = new Objects(
      (id, values) => this.#request({ call: id, values: JSON.stringify([id, values]) }),
      (id) => this.#thread?.post({ release: JSON.stringify([id]) }),
    );
    this.ready = new Promise((resolve, reject) => void Object.assign(this, { becomesReady: resolve, fails: reject }));
    this.done = new Promise((resolve) => void (this.becomesDone = resolve));
    this.ready.catch(() => {}); // Reported where it happens.
    this.sync = this.#syncProxy();
    this.started = this.#start(given);
    this.started.catch((error) => this.#failed(error.message));
  }

  async #start({ type, configuration, code, name, target = "", isAsync = true, serviceWorker, lend = {} }) {
    const starting = startThread({ type, serviceWorker, onMessage: (data) => this.#take(data, type) });
    starting.catch(() => {}); // Heard of below.
    const { values, base, check } = await configuration;
    const engine = engineFor(type, values);
    const compiling = compiledFor(type, engine);
    const modules = await loadModules({ values, base }, "main");
    const thread = await starting;
    await settled;
    callAllSync(hooks.main.onWorker, {}, this);
    this.#thread = thread;
    this.#shares = compiling.share;
    const workerModules = Object.entries(values.js_modules?.worker ?? {}).map(([url, module]) => [ofPage(url, base), module]);
    thread.post({
      boot: {
        type,
        engine,
        module: await compiling.module,
        base,
        values,
        target,
        globals: Object.fromEntries(Object.entries(lend).map(([key, value]) => [key, this.#objects.encode(value)])),
        offered: boot.packages ?? {},
        page: document.baseURI,
        how: thread.how,
        modules: workerModules,
        pageModules: Object.fromEntries(Object.entries(modules).map(([module, exports]) => [module, this.#objects.encode(exports)])),
        hooks: sources(hooks.worker),
      },
    });
    await check;
    const text = await code;
    if (text !== undefined) thread.post({ run: text, name, isAsync, target });
    else this.becomesDone();
  }

  #take(data, type) {
    if ("failed" in data || "ready" in data) this.#shares?.(undefined); // Nobody waits for what does not come.
    if ("ask" in data) this.#answer(data);
    else if ("tell" in data) this.#objects.free(JSON.parse(data.tell)[1] ?? []);
    else if ("write" in data) this.#write(...data.write);
    else if ("report" in data) this.#reports(data.report[0]);
    else if ("result" in data) this.#settle(data);
    else if ("post" in data) this.#message(data.post);
    else if ("progress" in data) progress(type, data.progress);
    else if ("ready" in data) this.becomesReady(this);
    else if ("failed" in data) this.#failed(data.failed);
    else if ("compiled" in data) this.#shares?.(data.compiled);
    else if ("done" in data) this.becomesDone(data.done);
  }

  #failed(text) {
    this.fails(new Error(text));
    this.#reports(text);
    this.becomesDone();
  }

  async #answer({ ask, id }) {
    const thread = this.#thread;
    let answer;
    try {
      answer = ["ok", await perform(this.#objects, JSON.parse(ask), { own: this.#own }, this.#services)];
    } catch (error) {
      const isObject = error !== null && typeof error === "object";
      answer = ["error", error?.name ?? "Error", String(error?.message ?? error), isObject ? this.#objects.encode(error) : null];
    }
    thread.answer(id, JSON.stringify(answer));
  }

  #message(data) {
    const event = new MessageEvent("message", { data });
    this.onmessage?.(event);
    this.dispatchEvent(event);
  }

  #request(message) {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#answers.set(id, { resolve, reject });
      this.started.then(() => this.#thread.post({ ...message, id }), reject);
    });
  }

  #settle({ result, value, error }) {
    const { resolve, reject } = this.#answers.get(result) ?? {};
    this.#answers.delete(result);
    if (error) reject?.(new Error(error));
    else settleWith(JSON.parse(value), resolve, reject);
  }

  #syncProxy() {
    const call = (name, values) =>
      this.#request({ sync: name, values: JSON.stringify(values.map((each) => this.#argument(each))) }).then((value) => this.#decoded(value));
    return new Proxy(this.#own, {
      get: (own, name) => (typeof name === "symbol" || name === "then" ? undefined : (own[name] ?? ((...values) => call(name, values)))),
      set: (own, name, value) => Reflect.set(own, name, value),
      has: () => true,
    });
  }

  /** Plain data are copied; functions and objects of the page are lent. */
  #argument(value) {
    return encodeCopy(value, (each) => this.#objects.encode(each));
  }

  #decoded(value) {
    return this.#objects.decode(value);
  }

  /** Runs more code, after what runs. */
  async run(code, name = "<code>", target = "") {
    return this.#decoded(await this.#request({ run: code, name, isAsync: true, target }));
  }

  /** Runs code and gives what a console shows of its value. */
  postMessage(data, transfer) {
    this.started.then(() => this.#thread.post({ post: data }, transfer));
  }

  /** Tells the worker something that is not Python's business. */
  tell(message) {
    this.started.then(() => this.#thread.post(message));
  }

  /** Interrupts what Python computes or waits for, where the browser allows it; tells whether it could. */
  interrupt() {
    this.tell({ interrupt: true });
    return this.#thread?.interrupt() ?? false;
  }

  terminate() {
    this.started.then(() => this.#thread.terminate(), () => {});
    for (const { reject } of this.#answers.values()) reject(new Error("The worker was ended."));
    this.#answers.clear();
    this.becomesDone();
  }
}

/** An answer of Python is a value, or says what went wrong. */
function settleWith(answer, resolve, reject) {
  const [what, one, other] = answer;
  if (what === "error") reject?.(Object.assign(new Error(other), { name: one }));
  else resolve?.(one);
}

/** The engine is compiled once for all workers: the first one hands it on. */
function compiledFor(type, { folder, script }) {
  if (type !== "py") return {};
  const key = script ?? folder;
  if (compiled.has(key)) return { module: compiled.get(key) };
  const coming = {};
  coming.module = new Promise((resolve) => void (coming.share = resolve));
  compiled.set(key, coming.module);
  coming.module.then((module) => module ?? compiled.delete(key)); // The next one tries.
  return { share: coming.share };
}

const SERVICES = {
  directory: (...values) => fs.choose(...values),
  show,
  input: (text) => prompt(text ?? ""),
  sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
};

/** Shows pieces of HTML in an element, as `display` does on the page's thread; tells whether there is one. */
function show(id, pieces, append) {
  const element = id && document.getElementById(id);
  if (!element) return false;
  if (!append) element.replaceChildren();
  const isAlone = !append && pieces.length === 1;
  for (const html of pieces.filter(Boolean)) {
    const place = isAlone ? element : document.createElement("div");
    place.append(document.createRange().createContextualFragment(html));
    if (!isAlone) element.append(place);
  }
  return true;
}

/** Runs the code of an element in a worker. */
export async function runInWorker(element, type, more = {}) {
  checkContent(element, type);
  const path = element.getAttribute("worker");
  if (path && !element.hasAttribute("src")) {
    console.warn(`worker="${path}": the attribute has no value any more, and src names the file.`);
    element.setAttribute("src", path);
  }
  const code = codeOf(element);
  let isMissing = false;
  code.catch(() => void (isMissing = true)); // Heard of in its turn.
  const target = workerTargetOf(element, type);
  Object.defineProperty(element, "target", { get: () => document.getElementById(target.id), configurable: true });
  if (element.getAttribute("print") === "page") divert(target.id, printInto(target.element()));
  const isAsync = !OFF.test(element.getAttribute("async") ?? "");
  const worker = new PythonWorker({
    type,
    configuration: workerConfiguration(type, element.getAttribute("config"), element.getAttribute("config-parser")),
    code,
    name: element.getAttribute("src")?.split(/[?#]/)[0] ?? `#${element.id}`,
    target: target.id,
    isAsync,
    serviceWorker: element.getAttribute("service-worker"),
    element,
    ...more,
    services: {
      ...more.services,
      show(id, ...rest) {
        if (id === target.id) target.element();
        return show(id, ...rest);
      },
    },
  });
  element.xworker = worker;
  const name = element.getAttribute("name");
  if (name) register(name, worker);
  try {
    await worker.ready;
  } catch {
    if (isMissing) dispatch(element, type, "done", true); // The worker has said why; who waits for the script should not wait for ever.
    return;
  }
  dispatch(element, type, "ready", true);
  await worker.done;
  dispatch(element, type, "done", true);
}

/** Makes a worker known by its name. */
function register(name, worker) {
  if (named.has(name)) throw new Failure(CODES.conflict, `Two workers of this page have the name "${name}": give each a name of its own.`);
  named.set(name, worker);
  askedFor.get(name)?.(worker);
  askedFor.delete(name);
}

/** Promises what a named worker lets others call, once the worker is there. */
export async function namedWorker(name) {
  const worker = named.get(name) ?? (await new Promise((resolve) => askedFor.set(name, chained(askedFor.get(name), resolve))));
  await worker.ready;
  return worker.sync;
}

function chained(first, second) {
  return (worker) => {
    first?.(worker);
    second(worker);
  };
}

/** A worker that runs the Python file at `url`; its type is the caller's unless the options name one. */
export function workerFor(url, options = {}, type = "py") {
  const own = typeOf(options?.type ?? type);
  const element = document.createElement("script");
  element.setAttribute("src", url);
  const worker = new PythonWorker({
    type: own ?? type,
    configuration: own ? ofValue(plainOf(options?.config)) : Promise.reject(unknownType(options.type)),
    code: codeOf(element),
    name: String(url),
    isAsync: options?.async !== false,
    serviceWorker: options?.serviceWorker ?? options?.service_worker,
  });
  if (options?.name) register(options.name, worker);
  return worker;
}

function unknownType(type) {
  return new Failure(CODES.config, `PyWorker: type is "pyodide" or "micropython", and not "${type}".`);
}

/** A worker with Pyodide, for JavaScript; promised when its Python has started. */
export const PyWorker = async (url, options) => workerFor(url, options, "py").ready;

/** The same with MicroPython. */
export const MPWorker = async (url, options) => workerFor(url, options, "mpy").ready;

/** Starts a worker that others can find by its name: as a script of the page, like those that its author wrote. */
export function createNamedWorker(source, name, config, type = "py") {
  const element = document.createElement("script");
  element.type = type;
  element.setAttribute("worker", "");
  element.setAttribute("name", name);
  element.setAttribute("src", source);
  if (config) element.setAttribute("config", config);
  document.body.append(element);
  return namedWorker(name);
}

function plainOf(config) {
  return typeof config?.toJs === "function" ? config.toJs({ dict_converter: Object.fromEntries }) : config;
}
