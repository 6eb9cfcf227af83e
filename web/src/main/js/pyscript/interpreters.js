// Starts Python, in whichever thread this is loaded.
import { imported } from "../addresses.js";

const HEAP = 16 * 1024 * 1024; // Bytes, of MicroPython.
const MODULE = "_pyscript"; // What Python's side finds of ours.

let texts;

/** Starts to fetch what Python's side of PyScript is made of; it is on its way while the engine is. */
export function preparePython(url) {
  texts ??= fetch(url).then((answer) => answer.json());
  texts.catch(() => {}); // Heard of when it is waited for.
  return texts;
}

/**
 * Starts an interpreter.
 *
 * @param type `py` or `mpy`
 * @param given `{folder, script, image, python, debug, module, share}`: URLs of the engine's folder, perhaps of another script,
 *     perhaps of a memory image, and of Python's side; perhaps the compiled engine, else who takes it
 * @param ours what Python finds as `_pyscript`
 * @param complete a promise that `ours` has everything that Python looks for when it starts
 */
export function startInterpreter(type, given, ours, complete) {
  if (!given.image) preparePython(given.python); // An image brings it along.
  return type === "py" ? startPyodide(given, ours, complete) : startMicroPython(given, ours, complete);
}

async function startPyodide(given, ours, complete) {
  const pyodide = await (given.image ? restored(given) : plainPyodide(given));
  if (given.debug) pyodide.setDebug?.(true);
  await placePython(pyodide, `${pyodide.runPython("import site; site.getsitepackages()[0]")}/`, given.python);
  await complete;
  ours.interpreter = pyodide;
  pyodide.registerJsModule(MODULE, ours);
  const runtime = pyodide.pyimport("pyscript._runtime");
  runtime.start();
  const errors = new Lines((text) => ours.write(text, true, ours.target));
  pyodide.setStderr({ write: (bytes) => (errors.take(bytes), bytes.length) });
  return new Pyodide(pyodide, runtime, ours);
}

async function plainPyodide({ folder, script = `${folder}pyodide.mjs`, module, share }) {
  const { loadPyodide } = await imported(script);
  if (share) sharing(module, share);
  return loadPyodide({ indexURL: new URL("./", script).href });
}

/** Has the next WebAssembly that is compiled come from another thread, which has compiled it already, or go to others. */
function sharing(module, share) {
  const original = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    WebAssembly.instantiateStreaming = original;
    if (module) {
      (await source).body?.cancel();
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    }
    const compiled = await original.call(WebAssembly, source, imports);
    share(compiled.module);
    return compiled;
  };
}

async function restored(given) {
  const { restore } = await import("./image.js");
  return restore(given);
}

async function startMicroPython({ folder, script = `${folder}micropython.mjs`, heap = HEAP, variant = "", python }, ours, complete) {
  const { loadMicroPython } = await imported(script);
  const lines = new Lines((text) => ours.write(text, false, ours.target));
  const failures = new Failures(ours);
  const errors = new Lines((text) => failures.take(text));
  const micropython = await loadMicroPython({
    heapsize: heap,
    url: new URL(`./micropython${variant}.wasm`, script).href,
    linebuffer: false,
    stdout: (bytes) => lines.take(bytes),
    stderr: (bytes) => errors.take(bytes),
  });
  micropython._module.continued = () => {
    const { target } = ours;
    return () => void (ours.target = target);
  };
  await placePython(micropython, "/lib/", python);
  micropython.FS.writeFile("/lib/mip.py", "from pyscript._mip import install\n");
  await complete;
  ours.interpreter = micropython;
  micropython.registerJsModule(MODULE, ours);
  micropython.runPython("import pyscript._runtime\npyscript._runtime.start()");
  return new MicroPython(micropython, ours);
}

/** Python's side is there already when an image has brought it. */
async function placePython({ FS }, folder, url) {
  if (FS.analyzePath(`${folder}pyscript`).exists) return;
  for (const [path, text] of Object.entries(await preparePython(url))) {
    makeFolders(FS, folder + path);
    FS.writeFile(folder + path, text);
  }
}

/** Makes the folders that lead to a file. */
export function makeFolders(FS, path) {
  const names = path.split("/").slice(0, -1);
  for (let i = 1; i <= names.length; i++) {
    const folder = names.slice(0, i).join("/");
    if (folder && !FS.analyzePath(folder).exists) FS.mkdir(folder);
  }
}

/** Both kinds of Python, to those who run code in them. */
class Interpreter {
  #ours;

  constructor(interpreter, ours) {
    this.interpreter = interpreter;
    this.FS = interpreter.FS;
    this.#ours = ours;
  }

  /** Where what runs from now on displays; Pyodide's context variables know better, and MicroPython has none. */
  aim(target) {
    if (target) this.#ours.target = target;
  }

  get globals() {
    return this.interpreter.globals;
  }

  registerJsModule(name, module) {
    this.interpreter.registerJsModule(name, module);
  }
}

class Pyodide extends Interpreter {
  #runtime;

  constructor(pyodide, runtime, ours) {
    super(pyodide, ours);
    this.#runtime = runtime;
  }

  /** Runs code and promises the value of its last expression. */
  async run(code, name, target) {
    this.aim(target);
    const failure = {};
    const value = await this.#runtime.run(code, name, target, (text) => void (failure.text = text));
    return unlessFailed(value, failure);
  }

  runSync(code, name, target) {
    this.aim(target);
    const failure = {};
    const value = this.#runtime.run_sync(code, name, target, (text) => void (failure.text = text));
    return unlessFailed(value, failure);
  }

  /** What went wrong, as the author should read it. */
  describe(error) {
    return String(error?.message ?? error);
  }

  /** Calls the function that an attribute names. */
  callHandler(name, event) {
    this.#runtime.call_handler(name, event);
  }

  /** Ends what Python waits for. */
  interrupt() {
    this.#runtime.interrupt();
  }

  /** Calls a function of Python's side that may wait: with a stack of its own, where the browser has that. */
  async callRuntime(name, ...values) {
    const called = this.#runtime[name];
    try {
      return await (called.callPromising ? called.callPromising(...values) : called(...values));
    } finally {
      called.destroy();
    }
  }
}

/** Python's side describes an error by itself: JavaScript would get the frames of the machinery as well. */
function unlessFailed(value, { text }) {
  if (text !== undefined) throw new PythonFailure(text);
  return value;
}

/** An error of Python code, with its traceback as the message. */
class PythonFailure extends Error {}

class MicroPython extends Interpreter {
  #runtime;

  constructor(micropython, ours) {
    super(micropython, ours);
    this.#runtime = micropython.pyimport("sys").modules.get?.("pyscript._runtime") ?? micropython.pyimport("pyscript._runtime");
  }

  /** What runs before the first `await` displays in the target; there are no context variables here. */
  async run(code, name, target) {
    this.aim(target);
    return this.interpreter.runPythonAsync(code);
  }

  runSync(code, name, target) {
    this.aim(target);
    return this.interpreter.runPython(code);
  }

  describe(error, name = "<script>") {
    return withoutMachinery(String(error?.message ?? error))
      .replaceAll('File "<stdin>"', `File "${name}"`)
      .trimEnd();
  }

  async callRuntime(name, ...values) {
    return this.#runtime[name](...values);
  }

  callHandler(name, event) {
    this.#runtime.call_handler(name, event);
  }

  /** MicroPython has no way to end what it waits for. */
  interrupt() {}
}

/** A traceback of MicroPython without what is not the author's. */
export function withoutMachinery(text) {
  return text.replace(/^ *File "(\/lib\/(py|poly)script\/|asyncio\/core\.py).*\n/gm, "");
}

/** Text of bytes that may end within a character. */
class Lines {
  #decoder = new TextDecoder();
  #write;

  constructor(write) {
    this.#write = write;
  }

  take(bytes) {
    const text = this.#decoder.decode(bytes, { stream: true });
    if (text) this.#write(text);
  }
}

const LOST = "Task exception wasn't retrieved";

/** What MicroPython writes to standard error: also tasks that failed and that nobody waits for, which are shown like other errors. */
class Failures {
  #ours;
  #text = "";

  constructor(ours) {
    this.#ours = ours;
  }

  /** Takes single characters: what comes in one go belongs together. */
  take(text) {
    if (!this.#text) queueMicrotask(() => this.#show());
    this.#text += text;
  }

  #show() {
    const text = this.#text;
    this.#text = "";
    const { target } = this.#ours;
    const [printed, lost] = text.split(LOST);
    if (printed) this.#ours.write(printed, true, target);
    if (lost) this.#ours.report(lost.slice(lost.indexOf("Traceback")).trimEnd(), target);
  }
}
