// The packages that a configuration asks for.
import { CODES, Failure } from "./failures.js";
import { bytesOf, fetchFiles, placeFiles, unpack } from "./files.js";

const WHEEL = /\.whl$/;
const CONFIGURATION = /\.(toml|json)$/;
const NAME = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/;
const provided = new WeakMap();

/**
 * Makes packages importable.
 *
 * @param offered what the tool that built the page has locked, by name: `{url, needs}`
 * @param tell takes what to say of the progress
 */
export async function providePackages(interpreter, type, { values, base }, tell = () => {}, offered = {}) {
  const wanted = values.packages ?? [];
  if (wanted.length === 0) return;
  tell("Loading packages");
  const paths = wanted.map((each) => each.split(/[?#]/)[0]);
  const remote = wanted.filter((_, i) => CONFIGURATION.test(paths[i]));
  const plain = wanted.filter((_, i) => !CONFIGURATION.test(paths[i]));
  for (const each of remote) await provideRemote(interpreter, type, new URL(each, base).href, tell, offered);
  const provide = type === "py" ? provideToPyodide : provideToMicroPython;
  await provide(interpreter, plain, { values, base }, offered);
  tell("Loaded packages");
}

async function provideRemote(interpreter, type, url, tell, offered) {
  const text = new TextDecoder().decode(await bytesOf(url));
  const values = url.includes(".json") ? JSON.parse(text) : (await import("./toml.js")).parse(text);
  const configuration = { values, base: url };
  await placeFiles(interpreter, fetchFiles(configuration));
  await providePackages(interpreter, type, configuration, tell, offered);
}

async function provideToPyodide({ interpreter: pyodide }, wanted, { values, base }, offered) {
  const urls = [];
  const others = [];
  const seen = provided.get(pyodide) ?? new Set();
  provided.set(pyodide, seen);
  const known = pyodide.lockfile?.packages ?? {};
  const take = (each) => {
    if (seen.has(each)) return;
    seen.add(each);
    const name = nameOf(each);
    if (WHEEL.test(each.split(/[?#]/)[0])) urls.push(each.startsWith("emfs:") ? each : new URL(each, base).href);
    else if (name in offered) {
      urls.push(new URL(offered[name].url, base).href);
      for (const need of offered[name].needs ?? []) take(need);
    } else if (name in known) urls.push(name);
    else others.push(each);
  };
  for (const each of wanted) take(each);
  const failures = [];
  const options = { errorCallback: (text) => failures.push(text), messageCallback: () => {} };
  if (urls.length > 0) await pyodide.loadPackage(urls, options);
  if (failures.length > 0) throw new Failure(CODES.packages, `Packages cannot be loaded: ${failures.join(" ")} ${REMEDY}`);
  if (others.length > 0) await askIndex(pyodide, others, values.index_urls, known);
}

async function askIndex(pyodide, wanted, indexes, known) {
  const names = wanted.map((each) => `"${each}"`).join(", ");
  if (!("micropip" in known)) throw new Failure(CODES.packages, `This page does not have ${names}. ${REMEDY}`);
  try {
    await pyodide.loadPackage("micropip", { messageCallback: () => {} });
    const micropip = pyodide.pyimport("micropip");
    if (indexes) await micropip.install.callKwargs(pyodide.toPy(wanted), { index_urls: pyodide.toPy(indexes) });
    else await micropip.install(pyodide.toPy(wanted));
  } catch (error) {
    const last = String(error.message).trim().split("\n").at(-1);
    throw new Failure(CODES.packages, `${names} cannot be installed: ${last} ${REMEDY}`);
  }
}

const REMEDY =
  "Three ways lead to it: `vivarium build` locks packages and puts them beside the page; `packages` can name wheels by their " +
  'URLs; and `interpreter = "…/pyodide.mjs"` uses an engine that has its packages beside it.';

async function provideToMicroPython({ interpreter, FS }, wanted, { values, base }) {
  for (const each of wanted) {
    if (each === "ulab") continue; // The engine has it.
    if (WHEEL.test(each.split(/[?#]/)[0])) {
      await unpack(FS, await bytesOf(new URL(each, base).href), "zip", "/lib");
      continue;
    }
    const index = values.index_urls?.[0];
    const options = index ? `, index=${JSON.stringify(index)}` : "";
    try {
      await interpreter.runPythonAsync(`import mip\nmip.install(${JSON.stringify(each)}${options})`);
    } catch (error) {
      throw new Failure(CODES.packages, `"${each}" cannot be installed: ${String(error.message).trim().split("\n").at(-1)}`);
    }
  }
}

function nameOf(requirement) {
  return NAME.exec(requirement)?.[1].toLowerCase().replaceAll(/[-_.]+/g, "-");
}

/**
 * Makes importable what code imports, where the page has it: what was locked when it was built, and what lies beside an engine
 * that the author has chosen. What is not there is said by the import itself.
 */
export async function provideImports(interpreter, type, code, base, offered = {}, hasOwnEngine = false) {
  if (type !== "py" || !/\bimport\b/.test(code)) return;
  const pyodide = interpreter.interpreter;
  if (hasOwnEngine) await pyodide.loadPackagesFromImports(code, { messageCallback: () => {}, errorCallback: () => {} });
  const names = Object.keys(offered);
  if (names.length === 0) return;
  const found = pyodide.pyimport("pyodide.code").find_imports(code);
  const imported = new Set(found.toJs());
  found.destroy();
  const packages = names.filter((name) => offered[name].modules?.some((module) => imported.has(module)));
  await providePackages(interpreter, type, { values: { packages }, base }, () => {}, offered);
}
