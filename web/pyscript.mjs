// Bundles what PyScript pages load: bundlePyscript(OUTPUT_FOLDER, MODULES, PYTHON_FOLDER)
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlePackedPyscript } from "./packing.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src/main/js/pyscript");
const scripts = { bundle: true, minify: true, charset: "utf8", format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };
const LATER = ["archives", "directories", "donkeys", "editors", "games", "terminals", "toml"]; // When a page needs them.
const SHARED = readFileSync(join(source, "shared.js"), "utf8").matchAll(/^import \* as (\w+)/gm);
const shared = new Set([...SHARED].map(([, name]) => name));

/** Files that share modules with core.js find them in the page, so that core.js is one file and fetched at once. */
const found = {
  name: "found in the page",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path, kind }) => {
      const name = basename(path, ".js");
      if (kind !== "entry-point" && LATER.includes(name)) return { path, external: true };
      return shared.has(name) ? { path: name, namespace: "shared" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "shared" }, ({ path }) => {
      const text = readFileSync(join(source, `${path}.js`), "utf8");
      const names = [...text.matchAll(/^export (?:async )?(?:function|class|const|let)\*? (\w+)/gm)].map(([, name]) => name);
      return { contents: `export const { ${names.join(", ")} } = globalThis[Symbol.for("vivarium.pyscript")].${path};` };
    });
  },
};

/** Writes the scripts and styles, and `python.json`, the text of Python's side. */
export async function bundlePyscript(out, modules, python, options = {}) {
  mkdirSync(out, { recursive: true });
  const common = { ...scripts, nodePaths: [modules], outdir: out, ...options };
  const external = [...LATER, "checks", "image"].map((name) => `./${name}.js`);
  const entries = (...names) => names.map((name) => join(source, `${name}.js`));
  await build({ ...common, entryPoints: entries("core", "storage"), external });
  await build({ ...common, entryPoints: entries(...LATER), plugins: [found] });
  await build({ ...common, entryPoints: entries("worker"), external });
  await build({ ...common, entryPoints: entries("bridge", "checks", "image", "service-worker") });
  await build({ ...common, entryPoints: { core: join(here, "src/main/css/pyscript/core.css"), terminal: join(modules, "@xterm/xterm/css/xterm.css") } });
  writeFileSync(join(out, "python.json"), JSON.stringify(textsOf(python)));
}

/** Writes the scripts in the form that packed pages have. */
export async function bundlePackedPages(out, modules) {
  await bundlePackedPyscript(out, { ...scripts, nodePaths: [modules] }, found, LATER);
}

/** Python's side as [path, text]: two packages, and the modules of Vivarium that they use. */
function textsOf(python) {
  const texts = {};
  for (const name of ["polyscript", "pyscript"]) {
    const paths = readdirSync(join(python, name), { recursive: true }).filter((path) => path.endsWith(".py"));
    for (const path of paths.sort()) texts[`${name}/${path.split(sep).join("/")}`] = readFileSync(join(python, name, path), "utf8");
  }
  const list = join(python, "pyscript/vivarium.txt");
  const more = readFileSync(list, "utf8").split("\n").filter(Boolean);
  for (const path of more) texts[relative(python, join(python, path)).split(sep).join("/")] = readFileSync(join(python, path), "utf8");
  return texts;
}
