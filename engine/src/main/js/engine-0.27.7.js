// Pyodide 0.27.7, which looks for the constructor of Emscripten's module in the global scope.
import "./older.js";
import { loadPyodide } from "pyodide-0.27/pyodide.mjs";
import "pyodide-0.27/pyodide.asm.js";

const createPyodideModule = globalThis._createPyodideModule;

/** Starts Pyodide with what `wrap` makes of that constructor. */
export async function launch(options, wrap) {
  globalThis._createPyodideModule = wrap(createPyodideModule);
  try {
    return await loadPyodide(options);
  } finally {
    delete globalThis._createPyodideModule;
  }
}
