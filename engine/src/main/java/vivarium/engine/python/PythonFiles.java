package vivarium.engine.python;

import java.nio.file.Path;

/**
 * Where Python's own files are.
 *
 * @param release of Pyodide
 * @param pyodide the folder of {@code pyodide.asm.wasm} and the files that belong to it
 * @param wheel Vivarium's Python side
 */
public record PythonFiles(PythonRelease release, Path pyodide, Path wheel) {}
