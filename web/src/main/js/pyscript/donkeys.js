// Python in the background, told by JavaScript what to do.
import { NOTHING, ofValue } from "./configuration.js";
import { dedented } from "./hooks.js";
import { LineReader } from "./lines.js";
import { openTerminal, printTo, styleTerminals } from "./terminals.js";
import { PythonWorker } from "./workers.js";

/**
 * Starts Python in a worker, with a terminal.
 *
 * @param options `{type, persistent, terminal, config, serviceWorker}`: `terminal` is the selector of an element or one itself;
 *     `persistent` has `process` and `execute` go on with what earlier ones have left, also after `kill`
 * @returns `{process, execute, evaluate, clear, reset, kill}`
 */
export async function donkey({ type = "py", persistent = false, terminal: place, config, serviceWorker } = {}) {
  await styleTerminals();
  const anchor = document.createElement("script");
  anchor.type = "text/plain";
  const element = typeof place === "string" ? document.querySelector(place) : place;
  if (element) {
    element.id ||= `donkey-${Math.random().toString(36).slice(2)}`;
    anchor.setAttribute("target", element.id);
  }
  document.body.append(anchor);
  const terminal = openTerminal(anchor);
  const reader = new LineReader(terminal);
  const print = printTo(terminal);
  let worker;
  let ran = [];
  const start = () => {
    worker = new PythonWorker({
      type,
      configuration: config ? ofValue(config) : Promise.resolve(NOTHING),
      serviceWorker,
      services: { input: (prompt) => reader.read(prompt ?? "") },
      write: print,
      onReport: (text) => print(`${text}\n`, true),
      isQuiet: true,
      lend: { __terminal__: terminal },
    });
    reader.onStop = () => worker.interrupt();
    return worker.ready;
  };
  await start();

  const run = async (code) => {
    if (!worker) {
      await start();
      for (const each of ran) await worker.run(each, "<donkey>");
    }
    const value = await worker.run(dedented(code), "<donkey>");
    if (persistent) ran.push(dedented(code));
    return value;
  };
  return {
    /** Runs code as a terminal would: what goes wrong is written there. */
    async process(code) {
      try {
        await run(code);
      } catch (error) {
        print(`${error.message}\n`, true);
      }
    },
    /** Runs code; rejected with what went wrong. */
    execute: async (code) => void (await run(code)),
    /** Promises the value of an expression. */
    evaluate: run,
    clear: async () => terminal.clear(),
    async reset() {
      ran = [];
      worker?.terminate();
      terminal.reset();
      await start();
    },
    async kill() {
      worker?.terminate();
      worker = undefined;
      terminal.dispose();
      anchor.remove();
    },
  };
}
