// Makes what the tests of memory images serve: node site.mjs FOLDER
import { build } from "esbuild";
import { cpSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const out = process.argv[2];
const modules = dirname(dirname(fileURLToPath(import.meta.resolve("esbuild/package.json"))));
const kernel = join(modules, "../kernel/src");

await build({
  entryPoints: ["page", "worker"].map((name) => join(import.meta.dirname, `${name}.js`)),
  bundle: true,
  format: "esm",
  target: "es2022",
  alias: { kernel: join(kernel, "main/js") },
  outdir: out,
  logLevel: "warning",
});
writeFileSync(join(out, "index.html"), '<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>');
cpSync(join(kernel, "test/resources/libraries"), join(out, "libraries"), { recursive: true });
const common = ["pyodide.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"];
for (const [engine, script] of [["pyodide", "pyodide.asm.mjs"], ["pyodide-0.27", "pyodide.asm.js"]]) {
  for (const name of [...common, script]) cpSync(join(modules, engine, name), join(out, engine, name));
}
cpSync(join(modules, "@emscripten-forge/numpy/pkg/numpy-2.0.1-py312h4e66579_0.tar.gz"), join(out, "numpy.tar.gz"));
