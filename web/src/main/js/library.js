// Python's standard library. A packed page has another form of it: packed/library.js.
import { fetchWhenRead } from "../../../../kernel/src/main/js/files.js";

/**
 * Gives a Python that was restored its library, which it reads when something is imported that the image does not have.
 *
 * @param engine the URL of the folder of the engine
 * @param library where Python expects the archive, and its size
 */
export function placeLibrary(pyodide, engine, { path, size }) {
  fetchWhenRead(pyodide.FS, path, `${engine}python_stdlib.zip`, size);
}
