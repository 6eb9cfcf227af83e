// Bundles what the build runs in V8 into scripts: node bundle.mjs OUTPUT_FOLDER
import { build } from "esbuild";
import { join } from "node:path";

const out = process.argv[2];
const script = { bundle: true, minify: true, charset: "utf8", format: "iife", logLevel: "warning" };

await build({
  ...script,
  entryPoints: ["src/main/js/typeset.js"],
  outfile: join(out, "typeset", "typeset.js"),
  globalName: "typeset",
});

await build({
  ...script,
  entryPoints: ["src/main/js/seal.js"],
  outfile: join(out, "python", "seal.js"),
  globalName: "seal",
  platform: "node",
});

// Pyodide's own ways to load more code belong to Node.js and to browsers; here all is in the bundle.
await build({
  ...script,
  entryPoints: ["src/main/js/python.js"],
  outfile: join(out, "python", "python.js"),
  globalName: "python",
  external: ["node:*", "ws"],
  define: { "import.meta.url": '"https://vivarium.invalid/pyodide/"' },
  nodePaths: ["../node_modules"],
});
