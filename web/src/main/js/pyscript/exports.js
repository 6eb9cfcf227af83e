// What `core.js` exports beside hooks, workers and donkeys.
import { isOff, mainConfiguration } from "./configuration.js";
import { boxes } from "./failures.js";
import { mainInterpreter } from "./mains.js";
import { ofPage } from "./places.js";
import { TYPES, typeOf } from "./types.js";

/** The configurations of the page's thread, by type, as far as the page has them when it is loaded. */
export const config = {};

/** Python's side is a package of its own here, and not code that is put before each script. */
export const stdlib = "import pyscript\n";
export const optional = "";

/** Not needed: `input()` works on the page's thread. */
export const inputFailure = "";

/** The URL of something that a page names. */
export const relative_url = (path, base = location.href) => ofPage(path, base);

/** Where an interpreter is taken from instead of where a configuration says. */
export const offline_interpreter = (given) => given?.interpreter && ofPage(given.interpreter);

/** Promises the interpreter of a type on the page's thread. */
export async function whenDefined(type) {
  const known = typeOf(type) ?? "py";
  const started = await mainInterpreter(known);
  return {
    type: known,
    config: config[known] ?? {},
    interpreter: started.interpreter,
    io: {},
    run: (code) => started.runSync(code, "<run>", ""),
    runAsync: (code) => started.run(code, "<run>", ""),
  };
}

/** Reads the configurations of the types that a page uses. */
export async function readConfigurations() {
  const used = [...TYPES.keys()].filter((type) => document.querySelector(`${type}-config, script[type="${type}"], ${type}-script`));
  await Promise.all(
    used.map(async (type) => {
      try {
        config[type] = (await mainConfiguration(type)).values;
        if (await isOff(type, "error")) boxes.areShown = false;
      } catch {
        config[type] = {}; // The script that needs it says what is wrong.
      }
    }),
  );
}
