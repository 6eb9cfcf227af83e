// PyScript pages: this script finds Python in a page and runs it.
import "./shared.js";
import { begin } from "./elements.js";
import { readConfigurations } from "./exports.js";
import { settleHooks } from "./hooks.js";

export { config, inputFailure, offline_interpreter, optional, relative_url, stdlib, whenDefined } from "./exports.js";
export { hooks } from "./hooks.js";
export { TYPES } from "./types.js";
export { MPWorker, PyWorker } from "./workers.js";

/** Python in the background, for pages that are not written in HTML alone. */
export const donkey = async (options) => (await import("./donkeys.js")).donkey(options);

/** The parts of the editor, loaded when they are asked for. */
export const codemirror = {
  get core() {
    return import("./editors.js");
  },
};

begin();
await readConfigurations();
settleHooks();
