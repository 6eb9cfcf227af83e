// Gathers everything that sites are made of: node bundle.mjs OUTPUT_FOLDER
// The folder gets a subfolder for each group, and index.txt with a line "SHA256 PATH" for each file.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { brotli, findingFunctions, lean, tellingTurns, withoutData } from "./engine.mjs";
import { bundlePacked, packLibrary, packModules } from "./packing.mjs";
import { bundlePackedPages, bundlePyscript } from "./pyscript.mjs";
import { bundleSandbox } from "./sandbox.mjs";

const out = process.argv[2];
const modules = "../node_modules";
const SMALL = 2048; // Bytes; what is smaller is sent in one packet or two in any case.

rmSync(out, { recursive: true, force: true });
const OLDER = "0.27.7";
for (const group of ["core", "katex", "offline", "pyodide", `pyodide-${OLDER}`]) mkdirSync(join(out, group), { recursive: true });

const scripts = { bundle: true, minify: true, charset: "utf8", format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };
const loaded = ["codemirror", "dompurify", "files", "notebook-files", "notebook-links", "opened-files", "repl", "reveal", "variables", "widgets"]; // When they are needed.
const strings = "../model/src/main/resources/vivarium/strings";
const languages = readdirSync(strings).map((name) => name.replace(/\.json$/, "")).filter((name) => name !== "en");
const withWidgets = { ...scripts, alias: { "sanitize-html": "./src/main/js/widget-cleaning.js" } }; // Which does it for them.
const { metafile } = await build({
  ...withWidgets,
  metafile: true,
  entryPoints: [...loaded, "vivarium", "notebook-page"].map((name) => `src/main/js/${name}.js`),
  external: [...loaded, "page", "notebook", "sandbox"].map((name) => `./${name}.js`),
  define: { LANGUAGES: JSON.stringify(languages) },
  outdir: join(out, "core"),
});
await build({
  ...scripts,
  entryPoints: Object.fromEntries(
    languages.flatMap((name) => [
      [`strings-${name}`, join(strings, `${name}.json`)],
      [`strings-notebook-${name}`, `src/main/strings/notebook/${name}.json`],
    ]),
  ),
  outdir: join(out, "core"),
});
await build({
  ...scripts,
  entryPoints: ["kernel-worker", "service-worker"].map((name) => `src/main/js/${name}.js`),
  nodePaths: [modules],
  external: ["./installer.js"],
  outdir: join(out, "core"),
});
await build({
  ...scripts,
  entryPoints: ["../kernel/src/main/js/installer.js"],
  loader: { ".txt": "text" },
  outdir: join(out, "core"),
});
await build({ ...scripts, entryPoints: ["src/main/js/early.js"], format: "iife", outdir: join(out, "core") });
await build({ ...scripts, entryPoints: ["worker", "offline"].map((name) => `src/main/js/offline/${name}.js`), format: "iife", outdir: join(out, "offline") });
await build({ ...scripts, entryPoints: ["src/main/js/markdown.js"], outdir: join(out, "katex") });
await build({
  ...scripts,
  entryPoints: { page: "target/teavm/page.js", notebook: "target/teavm/notebook.js" },
  external: ["./*.js"],
  outdir: join(out, "core"),
});
await build({
  entryPoints: { theme: "src/main/css/theme.css", reveal: "src/main/css/reveal.css", notebook: "src/main/css/notebook.css", repl: "src/main/css/repl.css", variables: "src/main/css/variables.css", widgets: "src/main/css/widgets.css" },
  bundle: true,
  minify: true,
  charset: "utf8",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  nodePaths: [modules],
  outdir: join(out, "core"),
  logLevel: "warning",
});
cpSync(join(modules, "brotli-dec-wasm/pkg/brotli_dec_wasm_bg.wasm"), join(out, "core", "brotli.wasm"));
cpSync("src/main/types/vivarium.d.ts", join(out, "core", "vivarium.d.ts"));
cpSync("src/main/css/icon.svg", join(out, "core", "icon.svg"));
await build({ entryPoints: ["src/main/css/offline.css"], minify: true, outdir: join(out, "offline"), logLevel: "warning" });
for (const name of ["icon-192.png", "icon-512.png"]) cpSync(join("src/main/css", name), join(out, "offline", name));
await bundlePacked(join(out, "packed"), { ...withWidgets, nodePaths: [modules], define: { LANGUAGES: JSON.stringify(languages) } }, [...loaded, "page", "notebook"]);
await bundlePyscript(join(out, "pyscript"), modules, "../python/src/main/python");
await bundlePackedPages(join(out, "packed", "pyscript"), modules);
cpSync(join(modules, "brotli-dec-wasm/pkg/brotli_dec_wasm_bg.wasm"), join(out, "pyscript", "brotli.wasm"));
const wheels = "../python/target/classes/vivarium/python";
for (const wheel of readdirSync(wheels).filter((name) => name.endsWith(".whl"))) {
  cpSync(join(wheels, wheel), join(out, "core", wheel));
}

await build({
  entryPoints: { katex: join(modules, "katex/dist/katex.css") },
  bundle: true,
  minify: true,
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty" },
  assetNames: "fonts/[name]",
  outdir: join(out, "katex"),
  logLevel: "warning",
});

for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"]) {
  cpSync(join(modules, "pyodide", name), join(out, "pyodide", name));
}

// For pages with type="mpy".
mkdirSync(join(out, "micropython"));
const variants = ["", "-settrace", "-ulab", "-settrace-ulab"].map((variant) => `micropython${variant}.wasm`);
const micropython = join(modules, "@micropython/micropython-webassembly-pyscript");
for (const name of variants) cpSync(join(micropython, name), join(out, "micropython", name));
writeFileSync(join(out, "micropython", "micropython.mjs"), tellingTurns(readFileSync(join(micropython, "micropython.mjs"), "utf8")));

// An image brings the data that the engine begins with.
const engine = withoutData(readFileSync(join(modules, "pyodide/pyodide.asm.wasm")));
writeFileSync(join(out, "pyodide", "python.wasm.br"), brotli(engine, "target/brotli", 11));
const script = readFileSync(join(modules, "pyodide/pyodide.asm.mjs"), "utf8");
writeFileSync(join(out, "pyodide", "python.mjs"), findingFunctions(lean(script)));

// The older engine has its data in it, and its script stands in the global scope.
const older = join(modules, "pyodide-0.27");
for (const name of ["pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"]) {
  cpSync(join(older, name), join(out, `pyodide-${OLDER}`, name));
}
const olderEngine = readFileSync(join(older, "pyodide.asm.wasm"));
writeFileSync(join(out, `pyodide-${OLDER}`, "python.wasm.br"), brotli(olderEngine, "target/brotli", 11));
const { info } = JSON.parse(readFileSync(join(older, "pyodide-lock.json"), "utf8"));
const olderLock = { info, packages: {} };
const olderScript = findingFunctions(readFileSync(join(older, "pyodide.asm.js"), "utf8"));
writeFileSync(
  join(out, `pyodide-${OLDER}`, "python.mjs"),
  `${olderScript}\nexport default globalThis._createPyodideModule;\nexport const olderLock = ${JSON.stringify(olderLock)};\n`,
);

const engines = ["pyodide", `pyodide-${OLDER}`];
await bundleSandbox(join(out, "core"), { ...scripts, nodePaths: [modules] }, engines.map((engine) => join(out, engine)));
for (const engine of engines) {
  await packModules(join(out, "packed", engine), ["pyodide.mjs", "python.mjs"].map((name) => join(out, engine, name)));
}
await packModules(join(out, "packed"), [join(out, "core", "installer.js")]);
packLibrary(join(out, "packed", "pyodide"), join(modules, "pyodide/python_stdlib.zip"), "target/brotli");
packLibrary(join(out, "packed", `pyodide-${OLDER}`), join(older, "python_stdlib.zip"), "target/brotli");

// What is published keeps the licences of those who wrote it.
const lock = JSON.parse(readFileSync("../package-lock.json", "utf8"));
const others = Object.keys(lock.packages[""].dependencies).filter((name) => !name.startsWith("@jupyter-widgets/"));
// Of what the widgets ask for, only some is in their script.
const used = new Set([...needed(others), ...Object.keys(metafile.inputs).map(packageOf)]);
const published = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev && used.has(packageOf(path)));
const licence = ([path, entry]) => {
  const folder = join("..", path);
  const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|ofl)/i.test(name));
  const title = `${path.slice(path.lastIndexOf("node_modules/") + 13)} ${entry.version} (${entry.license})`;
  return [`==== ${title}`, ...texts.map((name) => readFileSync(join(folder, name), "utf8").trim())].join("\n\n");
};
writeFileSync(join(out, "core", "licences.txt"), published.map(licence).join("\n\n\n") + "\n");

// For hosts that send compressed files which lie beside the others.
for (const path of filesOf(out).filter((path) => !path.startsWith("packed/") && /\.(m?js|css|json|svg|wasm)$/.test(path))) {
  const content = readFileSync(join(out, path));
  if (content.length < SMALL) continue;
  writeFileSync(join(out, `${path}.br`), brotli(content, "target/brotli", 9));
  writeFileSync(join(out, `${path}.gz`), gzipSync(content, { level: 9 }));
}

const line = (path) => `${createHash("sha256").update(readFileSync(join(out, path))).digest("hex")} ${path}\n`;
writeFileSync(join(out, "index.txt"), filesOf(out).map(line).join(""));

/** The packages of these names, with all that they need. */
function needed(names) {
  const found = new Set(names);
  for (const name of found) Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {}).forEach((each) => found.add(each));
  return found;
}

/** The name of the package that has this path, or a file with it. */
function packageOf(path) {
  const [first, second] = path.slice(path.lastIndexOf("node_modules/") + 13).split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** The files in a folder and below it, by their paths in it. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
