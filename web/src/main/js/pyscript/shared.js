// What the parts that are loaded later use of those that every page has. It is found in the page and not imported: the address of
// core.js may have a query, and a second core.js would be a second Python.
import * as configuration from "./configuration.js";
import * as events from "./events.js";
import * as failures from "./failures.js";
import * as files from "./files.js";
import * as hooks from "./hooks.js";
import * as mains from "./mains.js";
import * as places from "./places.js";
import * as printing from "./printing.js";
import * as scripts from "./scripts.js";
import * as targets from "./targets.js";
import * as types from "./types.js";
import * as workers from "./workers.js";

export const SHARED = Symbol.for("vivarium.pyscript");

globalThis[SHARED] ??= { configuration, events, failures, files, hooks, mains, places, printing, scripts, targets, types, workers };
