// Python's standard library in a packed page: an archive whose files are compressed together, not one by one.
import { fetchWhenRead } from "../../../../../kernel/src/main/js/files.js";

const NAME = /\/library-(\d+)\.zip\.br$/;

/** What Python knows of the archive is from the other form, where its files stand elsewhere. */
const LOOK_ANEW = `
import sys
import zipimport

if hasattr(zipimport.zipimporter, "_get_files"):
    zipimport._zip_directory_cache.pop(path, None)
else:
    files = zipimport._read_directory(path)
    zipimport._zip_directory_cache[path] = files
    for finder in sys.path_importer_cache.values():
        if isinstance(finder, zipimport.zipimporter) and finder.archive == path:
            finder._files = files
`;

export function placeLibrary(pyodide, engine, { path }) {
  const url = globalThis.vivariumPacked.urls().find((each) => each.startsWith(engine) && NAME.test(each));
  fetchWhenRead(pyodide.FS, path, url, Number(NAME.exec(url)[1]));
  const globals = pyodide.toPy({ path });
  pyodide.runPython(LOOK_ANEW, { globals });
  globals.destroy();
}
