// Gathers everything that sites are made of: node bundle.mjs OUTPUT_FOLDER
// The folder gets a subfolder for each group, and index.txt with a line "SHA256 PATH" for each file.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const out = process.argv[2];
const modules = "../node_modules";

rmSync(out, { recursive: true, force: true });
for (const group of ["core", "katex", "pyodide"]) mkdirSync(join(out, group), { recursive: true });

const scripts = { bundle: true, minify: true, charset: "utf8", format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };
await build({
  ...scripts,
  entryPoints: ["codemirror", "dompurify", "reveal", "vivarium", "kernel-worker"].map((name) => `src/main/js/${name}.js`),
  external: ["./*.js"],
  outdir: join(out, "core"),
});
await build({ ...scripts, entryPoints: ["src/main/js/early.js"], format: "iife", outdir: join(out, "core") });
await build({ ...scripts, entryPoints: ["src/main/js/markdown.js"], outdir: join(out, "katex") });
await build({
  ...scripts,
  entryPoints: { page: "target/teavm/page.js", kernel: "../kernel/target/classes/vivarium/kernel/kernel.js" },
  external: ["./*.js"],
  outdir: join(out, "core"),
});
await build({
  entryPoints: { theme: "src/main/css/theme.css", reveal: "src/main/css/reveal.css" },
  bundle: true,
  minify: true,
  charset: "utf8",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  nodePaths: [modules],
  outdir: join(out, "core"),
  logLevel: "warning",
});
cpSync("src/main/css/icon.svg", join(out, "core", "icon.svg"));
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

// What is published keeps the licences of those who wrote it.
const lock = JSON.parse(readFileSync("../package-lock.json", "utf8"));
const published = Object.entries(lock.packages).filter(([path, entry]) => path && !entry.dev);
const licence = ([path, entry]) => {
  const folder = join("..", path);
  const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|ofl)/i.test(name));
  const title = `${path.slice(path.lastIndexOf("node_modules/") + 13)} ${entry.version} (${entry.license})`;
  return [`==== ${title}`, ...texts.map((name) => readFileSync(join(folder, name), "utf8").trim())].join("\n\n");
};
writeFileSync(join(out, "core", "licences.txt"), published.map(licence).join("\n\n\n") + "\n");

const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();
const line = (path) => `${createHash("sha256").update(readFileSync(join(out, path))).digest("hex")} ${path}\n`;
writeFileSync(join(out, "index.txt"), files.map(line).join(""));
