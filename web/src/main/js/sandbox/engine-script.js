// In a sandbox, an engine's script is imported beforehand: Pyodide would import it from its address.
import { imported } from "./addresses.js";

/** What Pyodide is told of the script of the engine in a folder, for a start from nothing. */
export async function engineScript(engine) {
  const url = `${engine}pyodide.asm.mjs`;
  if (globalThis.vivariumSupplied.find(url)) return { createPyodideModule: (await imported(url)).default };
  globalThis._createPyodideModule = (await imported(`${engine}python.mjs`)).default;
  return {};
}
