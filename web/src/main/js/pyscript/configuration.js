// The configuration of a page's Python: read from where it stands, parsed, checked.
import { imported } from "../addresses.js";
import { checked } from "./checking.js";
import { CODES, Failure, fetched } from "./failures.js";
import { ofPage } from "./places.js";

const FILE = /\.(json|toml)$/;

/**
 * A configuration: what the author wrote as an object, the URL that its paths begin at, and a promise that is rejected when Python
 * cannot start with it.
 *
 * @typedef {{values: object, base: string, check: Promise<void>}} Configuration
 */
export const NOTHING = Object.freeze({ values: {}, base: document.baseURI, check: Promise.resolve() });

const mains = new Map();
const known = new WeakSet();
const waitingForPage =
  document.readyState === "loading" ? new Promise((resolve) => addEventListener("DOMContentLoaded", resolve)) : undefined;

/** The one configuration of the main thread's Python of a type. It is read when the whole page is there. */
export function mainConfiguration(type) {
  if (!mains.has(type)) mains.set(type, readMain(type));
  return mains.get(type);
}

/** Whether a page's configuration turns something off: `plugins = ["!error"]`. */
export async function isOff(type, plugin) {
  try {
    return Boolean((await mainConfiguration(type)).values.plugins?.includes?.(`!${plugin}`));
  } catch {
    return false; // The script that needs the configuration says what is wrong.
  }
}

/** Whether an element with a configuration was added after Python had begun without it. */
export function isLate(element, type) {
  return mains.has(type) && !known.has(element);
}

async function readMain(type) {
  if (waitingForPage) await waitingForPage;
  for (const element of document.querySelectorAll(`${type}-config`)) known.add(element);
  const [element, ...more] = document.querySelectorAll(`${type}-config`);
  if (more.length > 0) {
    throw new Failure(CODES.conflict, `A page has one <${type}-config>, and this one has ${more.length + 1}: put all into one.`);
  }
  const scripts = [...document.querySelectorAll(`script[type="${type}"][config]:not([worker]), ${type}-script[config]:not([worker])`)];
  const given = [...new Set(scripts.map((script) => script.getAttribute("config")))];
  if (element && given.length > 0) {
    throw new Failure(
      CODES.conflict,
      `This page has <${type}-config> and a script with config="${given[0]}". All scripts on the page's thread share one Python: ` +
        `keep one of the two, or give the script a worker of its own.`,
    );
  }
  if (given.length > 1) {
    throw new Failure(
      CODES.conflict,
      `Unable to use different configs on main: ${given.map((value) => `config="${value}"`).join(" and ")}. ` +
        "All scripts on the page's thread share one Python: use one of them, or give a script a worker of its own.",
    );
  }
  if (element) return ofElement(element);
  return given.length > 0 ? ofAttribute(given[0], scripts[0].getAttribute("config-parser")) : NOTHING;
}

/** The configuration that a worker has: its own, or else the page's. */
export async function workerConfiguration(type, attribute, parser) {
  if (attribute) return ofAttribute(attribute, parser);
  return mainConfiguration(type);
}

function ofElement(element) {
  const source = element.getAttribute("src");
  const kind = element.getAttribute("type") ?? undefined;
  const parser = element.getAttribute("config-parser");
  if (source) return ofFile(source, kind, parser);
  return parsed(element.textContent, kind, document.baseURI, `<${element.localName}>`, parser);
}

/** Reads the value of an attribute `config`: a URL, or the configuration itself. */
export function ofAttribute(value, parser) {
  const path = value.trim().split(/[?#]/)[0];
  const isFile = FILE.test(path) && !/[\n{=]/.test(path);
  return isFile ? ofFile(value.trim(), undefined, parser) : parsed(value, undefined, document.baseURI, "config", parser);
}

async function ofFile(source, kind, parser) {
  const url = ofPage(source);
  const answer = await fetched(url, "The configuration");
  const [, extension] = FILE.exec(url.split(/[?#]/)[0]) ?? [];
  return parsed(await answer.text(), kind ?? extension, url, source, parser);
}

/** Takes what JavaScript gives: an object, a text, a URL. */
export async function ofValue(value) {
  if (!value) return NOTHING;
  if (typeof value === "string") return ofAttribute(value);
  return checkedConfiguration(JSON.parse(JSON.stringify(value)), document.baseURI, "config", "");
}

async function parsed(text, kind, base, name, parser) {
  const values = await (isJson(text, kind) ? json(text, name) : toml(text, name, parser));
  return checkedConfiguration(values, base, name, text);
}

function checkedConfiguration(values, base, name, text) {
  const check = checked(values, name, text);
  check.catch(() => {}); // Heard of by who starts Python with it.
  return { values, base, check };
}

function isJson(text, kind) {
  return kind?.includes("json") || (!kind && /^\s*[{[]/.test(text) && !/^\s*\[\[?[\w."'-]+\]\]?\s*$/m.test(text));
}

function json(text, name) {
  if (!text.trim()) return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(CODES.config, `The configuration in ${name} is not JSON: ${error.message}.`);
  }
}

async function toml(text, name, parser) {
  const { parse } = parser ? await imported(ofPage(parser)) : await import("./toml.js");
  try {
    return await parse(text);
  } catch (error) {
    throw new Failure(CODES.config, `The configuration in ${name} is not TOML: ${error.message}`);
  }
}
