// Puts an image of Python with NumPy into a folder, and what starts it: node numpy-image.mjs FOLDER
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const QUALITY = 9;

const out = process.argv[2];
const modules = dirname(dirname(fileURLToPath(import.meta.resolve("esbuild/package.json"))));
const kernel = join(modules, "../kernel/src/main/js");
const pyodide = join(modules, "pyodide-0.27/");

await build({
  entryPoints: { worker: join(import.meta.dirname, "numpy-image-worker.js") },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  alias: { kernel, web: join(modules, "../web/src/main/js") },
  nodePaths: [modules],
  outdir: out,
  logLevel: "warning",
});
cpSync(join(modules, "brotli-dec-wasm/pkg/brotli_dec_wasm_bg.wasm"), join(out, "brotli.wasm"));
for (const name of ["pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm"]) {
  cpSync(join(pyodide, name), join(out, "pyodide", name));
}

const { record, recording } = await import(join(kernel, "memory.js"));
const { loadPyodide } = await import(join(pyodide, "pyodide.mjs"));
createRequire(import.meta.url)(join(pyodide, "pyodide.asm.js"));
globalThis._createPyodideModule = recording(globalThis._createPyodideModule);
const python = await loadPyodide({ indexURL: pyodide, _makeSnapshot: true });
const numpy = readFileSync(join(modules, "@emscripten-forge/numpy/pkg/numpy-2.0.1-py312h4e66579_0.tar.gz"));
python.unpackArchive(new Uint8Array(numpy), "tar.gz", { extractDir: "/" });
python.runPython("import json, numpy, time"); // Pyodide reads the names of packages with json.
const image = record(python);
const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: image.length };
mkdirSync(join(out, "numpy"));
writeFileSync(join(out, "numpy", "image.br"), brotliCompressSync(image, { params }));
