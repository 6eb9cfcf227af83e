// The script of an engine. A sandbox has another way to it: sandbox/engine-script.js.

/** What Pyodide is told of the script of the engine in a folder, for a start from nothing: it imports that from its address. */
export async function engineScript() {
  return {};
}
