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
for (const [release, engine] of [["314.0.7", "engine.js"], ["0.27.7", "engine-0.27.7.js"]]) {
  await build({
    ...script,
    entryPoints: ["src/main/js/python.js"],
    outfile: join(out, "python", `python-${release}.js`),
    globalName: "python",
    external: ["node:*", "ws", "fs", "path", "crypto", "child_process"],
    define: { "import.meta.url": '"https://vivarium.invalid/pyodide/"' },
    nodePaths: ["../node_modules"],
    plugins: [instead("./engine.js", engine)],
  });
}

/** Has an import lead to another file beside the one that it names. */
function instead(name, file) {
  const here = { filter: new RegExp(`^${name.replaceAll(".", "\\.")}$`) };
  return {
    name: "instead",
    setup: (build) => void build.onResolve(here, ({ resolveDir }) => ({ path: join(resolveDir, file) })),
  };
}
