// What pages and plugins add before, after and around the code of scripts.

const main = () => ({
  onWorker: new Set(),
  ...common(),
});

const common = () => ({
  onReady: new Set(),
  onBeforeRun: new Set(),
  onBeforeRunAsync: new Set(),
  onAfterRun: new Set(),
  onAfterRunAsync: new Set(),
  codeBeforeRun: new Set(),
  codeBeforeRunAsync: new Set(),
  codeAfterRun: new Set(),
  codeAfterRunAsync: new Set(),
});

/** Sets of functions and of Python code, for scripts on the page's thread and for those in workers. */
export const hooks = { main: main(), worker: common() };

let settle;

/** When the page's own scripts, which may add hooks, have run. */
export const settled = new Promise((resolve) => void (settle = resolve));

/** Called when this script has run: scripts that import it run next, and those after it before the page's DOMContentLoaded. */
export async function settleHooks() {
  const isLoaded = document.readyState === "complete" || performance.getEntriesByType("navigation")[0]?.domContentLoadedEventStart > 0;
  if (!isLoaded) await new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));
  setTimeout(settle);
}

/** The code of a script with the code that hooks add. */
export function withHooks(sets, code, isAsync) {
  const before = isAsync ? sets.codeBeforeRunAsync : sets.codeBeforeRun;
  const after = isAsync ? sets.codeAfterRunAsync : sets.codeAfterRun;
  return { before: codeOf(before), code, after: codeOf(after) };
}

/** Calls functions of hooks one after the other; those of scripts that are not async cannot be waited for. */
export async function callAll(set, ...values) {
  for (const each of set) await each(...values);
}

export function callAllSync(set, ...values) {
  for (const each of set) each(...values);
}

/** What a worker can be given: code, and functions as their source. */
export function sources(sets) {
  const entries = Object.entries(sets).map(([name, set]) => [name, [...set].map(String)]);
  return Object.fromEntries(entries.filter(([, list]) => list.length > 0));
}

function codeOf(set) {
  return [...set].map(dedented).join("\n");
}

/** Code without the empty lines before it, and without the indentation that all its lines have. */
export function dedented(code) {
  const lines = code.replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+/, "").split("\n");
  const margins = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)[0]);
  if (margins.length === 0) return "";
  const margin = margins.reduce((one, other) => {
    let i = 0;
    while (i < one.length && one[i] === other[i]) i++;
    return one.slice(0, i);
  });
  return margin ? lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line.trimStart())).join("\n") : lines.join("\n");
}
