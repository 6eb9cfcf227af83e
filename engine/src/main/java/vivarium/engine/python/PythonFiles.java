package vivarium.engine.python;

import java.nio.file.Path;

/**
 * Where Python's own files are.
 *
 * @param pyodide the folder of {@code pyodide.asm.wasm} and the files that belong to it
 * @param wheel Vivarium's Python side
 */
public record PythonFiles(Path pyodide, Path wheel) {}
