// The Pythons of the page's thread: one of each type, which all scripts of the type share.
import { imported } from "../addresses.js";
import { mainConfiguration } from "./configuration.js";
import { progress } from "./events.js";
import { report, warn } from "./failures.js";
import { fetchFiles, placeFiles } from "./files.js";
import { fs } from "./folders.js";
import { startInterpreter, withoutMachinery } from "./interpreters.js";
import { loadModules } from "./modules.js";
import { providePackages } from "./packages.js";
import { beside, boot, folderOf, ofPage } from "./places.js";
import { preload } from "./preloading.js";
import { write } from "./printing.js";
import { openStore } from "./stores.js";
import { TYPES } from "./types.js";
import { createNamedWorker, namedWorker, workerFor } from "./workers.js";

const NAMES = { py: "Pyodide", mpy: "MicroPython" };
const started = new Map();
const loading = new Map();

/** What the interpreter of the page's thread shares with Python's side, by type. */
export const contexts = new Map();

const ready = new Map();

/** The engine and the base of the paths of each type, once it has started. */
export const settings = new Map();

/** The Python of a type that is ready to be called at once; undefined before. */
export function readyInterpreter(type) {
  return ready.get(type);
}

/** Whether the page's thread has, or will have, Python of a type. */
export function isStarted(type) {
  return started.has(type);
}

/** The Python of a type on the page's thread; it starts when it is first asked for. */
export function mainInterpreter(type) {
  if (!started.has(type)) started.set(type, start(type));
  return started.get(type);
}

/**
 * Has the large files of an engine on their way before anything is known of the page. Their answers come from the browser's cache
 * when they are asked for. Of an image it is the scripts alone: the rest may be kept in this browser.
 */
export function prefetch(type) {
  const configured = document.querySelector(`${type}-config, script[type="${type}"][config]`);
  if (loading.has(type) || /interpreter/.test(configured?.outerHTML)) return; // The author may have an engine of another place.
  const folder = folderOf(TYPES.get(type));
  loading.set(type, folder);
  const files =
    type === "py" ? ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"] : ["micropython.mjs", "micropython.wasm"];
  const isFromImage = type === "py" && boot.image;
  const urls = isFromImage ? [beside("./image.js"), `${folder}pyodide.mjs`, `${folder}python.mjs`] : files.map((file) => folder + file);
  urls.forEach(preload);
}

async function start(type) {
  progress(type, `Loading ${NAMES[type]}`);
  const configuration = await mainConfiguration(type);
  const { values } = configuration;
  const hasModules = Boolean(values.js_modules);
  if (hasModules) progress(type, "Loading JS modules");
  const modules = loadModules(configuration, "main");
  modules.catch(() => {}); // Heard of below.
  const files = fetchFiles(configuration);
  files.catch(() => {});
  const ours = contextFor(type, configuration);
  contexts.set(type, ours);
  progress(type, "Loading interpreter");
  const engine = engineFor(type, values);
  settings.set(type, { engine, base: configuration.base });
  const complete = configuration.check.then(async () => {
    Object.assign(ours.js_modules, await modules);
    if (hasModules) progress(type, "Loaded JS modules");
  });
  complete.catch(() => {}); // Heard of by the interpreter.
  const interpreter = await startInterpreter(type, engine, ours, complete);
  progress(type, "Loaded interpreter");
  progress(type, "Loading files");
  await placeFiles(interpreter, files);
  progress(type, "Loaded files");
  await providePackages(interpreter, type, configuration, (text) => progress(type, text), boot.packages);
  progress(type, `Loaded ${NAMES[type]}`);
  ready.set(type, interpreter);
  return interpreter;
}

/** Where the engine of a configuration comes from. */
export function engineFor(type, { interpreter, version, debug, packages } = {}) {
  const folder = folderOf(TYPES.get(type));
  const python = boot.python ? ofPage(boot.python) : beside("./python.json");
  const wanted = interpreter ?? version;
  const script = typeof wanted === "string" && /[/.]m?js$|\//.test(wanted) ? ofPage(wanted) : undefined;
  if (wanted && !script) {
    warn(`interpreter = "${wanted}" names a version: this page has its own ${NAMES[type]}, which is used. Give a URL to use another.`);
  }
  const image = type === "py" && boot.image && !script ? ofPage(boot.image) : undefined;
  const variant = type === "mpy" ? `${debug ? "-settrace" : ""}${isUlabWanted(packages) ? "-ulab" : ""}` : "";
  return { folder, script, image, python, debug: Boolean(debug), variant };
}

/** The package ulab is part of an engine of its own. */
function isUlabWanted(packages) {
  return Array.isArray(packages) && packages.includes("ulab");
}

function contextFor(type, { values, base }) {
  const inputs = new Map(); // Who asks the reader, by target; a dialog of the browser where nobody else does.
  return {
    thread: "main",
    type,
    config_text: JSON.stringify({ ...values, type }),
    target: "",
    js_modules: {},
    report: (text, target) => report(withoutMachinery(text), document.getElementById(target) ?? document.body),
    write: (text, isError, target) => write(text, isError, target, type),
    inputs,
    input: (text, target) => (inputs.get(target) ?? inputs.get("*") ?? ask)(text ?? ""),
    base: document.baseURI,
    fs,
    storage: (name) => openStore(name),
    current_script: () => document.getElementById(contexts.get(type).target)?.script ?? null,
    create_worker: (url, options) => workerFor(url, options, type),
    named_worker: namedWorker,
    create_named_worker: createNamedWorker,
    js_import: (url) => imported(ofPage(url)),
    py_import: async (names) => providePackages(await mainInterpreter(type), type, { values: { packages: JSON.parse(names) }, base }, () => {}, boot.packages),
    parse: JSON.parse,
  };
}

function ask(text) {
  return prompt(text);
}
