// The promise of core.js, for scripts of the page that import it.
export let arrived;

globalThis[Symbol.for("vivarium.pyscript.core")] = new Promise((resolve) => void (arrived = resolve));
