// Python functions for JavaScript: `bridge(import.meta.url)` in `x.js` lends the functions of `x.py`, which lies beside it.

const SHARED = Symbol.for("vivarium.pyscript");
const EXPORTS = "\n__export__ = [name for name in list(globals()) if not name.startswith('_') and callable(globals()[name])]\n";
const environments = new Map();

/**
 * Lends Python functions.
 *
 * @param url the URL of the JavaScript module; the Python file has its name, with the ending `.py`
 * @param options `{type, worker, config, env, pyscript}`: `worker` is true unless said otherwise; bridges of one `env` share
 *     their Python; `pyscript` is the URL of core.js
 * @returns `{ffi}`: each property is an async function that calls the Python function of its name
 */
export default function bridge(url, { type = "py", worker = true, config, env, pyscript } = {}) {
  const file = url.replace(/[?#].*$/, "").replace(/\.\w+$/, ".py");
  const key = env ? `${type}-${worker}-${env}` : undefined;
  const core = pyscript ?? new URL("./core.js", import.meta.url).href;
  let started;
  const start = () => {
    const before = key && environments.get(key);
    const starting = worker ? inWorker(before, core, file, type, config) : onMain(before, core, file, type);
    if (key) environments.set(key, starting);
    return starting;
  };
  const call = async (name, values) => {
    started ??= start();
    return (await started).call(name, values);
  };
  const ffi = new Proxy(
    {},
    { get: (_, name) => (typeof name === "symbol" || name === "then" ? undefined : (...values) => call(name, values)) },
  );
  return { ffi };
}

async function parts(core) {
  if (!globalThis[SHARED]) await import(core);
  return globalThis[SHARED];
}

async function textOf(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} was answered with ${answer.status} ${answer.statusText}`);
  return answer.text();
}

async function onMain(before, core, file, type) {
  await before;
  const { mains } = await parts(core);
  const [interpreter, code] = await Promise.all([mains.mainInterpreter(type), textOf(file)]);
  await interpreter.run(code, file, "");
  return {
    async call(name, values) {
      const called = interpreter.globals.get(name);
      if (typeof called !== "function") throw new Error(`${file} has no function ${name}`);
      return called(...values);
    },
  };
}

async function inWorker(before, core, file, type, config) {
  const { configuration, workers } = await parts(core);
  const code = (await textOf(file)) + EXPORTS;
  const shared = await before;
  if (shared) {
    await shared.worker.run(code, file);
    return shared;
  }
  const worker = new workers.PythonWorker({
    type,
    configuration: config ? configuration.ofValue(config) : Promise.resolve(configuration.NOTHING),
    code,
    name: file,
  });
  await worker.ready;
  await worker.done;
  return { worker, call: (name, values) => worker.sync[name](...values) };
}
