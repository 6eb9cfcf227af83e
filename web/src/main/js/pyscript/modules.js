// JavaScript modules that the configuration names for Python.
import { imported } from "../addresses.js";
import { CODES, Failure } from "./failures.js";
import { loadable, ofPage } from "./places.js";

/**
 * Imports what `js_modules` lists for a thread, all at once.
 *
 * @returns an object with a module for each name; several URLs of one name make one object with what all of them export
 */
export async function loadModules({ values, base }, thread) {
  const listed = Object.entries(values.js_modules?.[thread] ?? {});
  const modules = {};
  const loaded = await Promise.all(listed.map(async ([url, name]) => [name, await load(ofPage(url, base), thread)]));
  for (const [name, module] of loaded) {
    if (module) modules[name] = name in modules ? Object.assign({}, modules[name], module) : module;
  }
  return modules;
}

async function load(url, thread) {
  if (/\.css$/.test(url.split(/[?#]/)[0])) {
    if (thread === "main") style(url);
    return undefined;
  }
  try {
    return await imported(url);
  } catch (error) {
    throw new Failure(CODES.fetch, `The JavaScript module ${url} cannot be imported: ${error.message}`);
  }
}

function style(url) {
  const href = loadable(url);
  if (document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
