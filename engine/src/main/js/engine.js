// The newest Pyodide, which takes the constructor of Emscripten's module as an option.
import { loadPyodide } from "pyodide/pyodide.mjs";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

/** Starts Pyodide with what `wrap` makes of that constructor. */
export function launch(options, wrap) {
  return loadPyodide({ ...options, createPyodideModule: wrap(createPyodideModule) });
}
