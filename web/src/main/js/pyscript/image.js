// Python from a memory image, where a page was built with one.
import { keep, load } from "../loading.js";
import { startPython } from "../starting.js";

const AFTER_START = 1000; // Milliseconds in which a page's first scripts have run.

/**
 * Starts Python from an image.
 *
 * @param module the compiled engine, perhaps; else `share` is told as soon as there is one
 */
export async function restore({ folder, image, module, share }) {
  const engine = `${folder}python.wasm.br`;
  const bytes = module ? undefined : load(engine);
  const compiled = module ?? bytes.then((loaded) => WebAssembly.compile(loaded));
  Promise.resolve(compiled).then(share, () => share?.(undefined)); // Whatever is wrong is heard of below.
  const { pyodide, files = [] } = await startPython(folder, image, { module: compiled }, () => {});
  const isWorker = typeof document === "undefined"; // Files are kept by workers alone.
  const loaded = bytes ? [[engine, bytes], ...files] : files;
  if (isWorker && loaded.length > 0) setTimeout(() => keep(loaded), AFTER_START);
  return pyodide;
}
