// Bundles what runs code that did not come with the site: bundleSandbox(OUTPUT_FOLDER, OPTIONS, ENGINES)
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const folder = join(dirname(fileURLToPath(import.meta.url)), "src/main/js/sandbox");
const REPLACED = ["addresses.js", "engine-script.js", "loading.js", "reading.js"];
const NOWHERE = { "import.meta.url": '"https://sandbox.invalid/"' };

/** In the worker, everything is loaded through the page. */
const inSandbox = {
  name: "in a sandbox",
  setup({ onResolve }) {
    onResolve({ filter: /\.js$/ }, ({ path, importer }) => {
      const isReplaced = dirname(importer) !== folder && REPLACED.includes(basename(path));
      return isReplaced ? { path: join(folder, basename(path)) } : undefined;
    });
  },
};

/**
 * Writes the scripts, and the page of the frame, into a folder.
 *
 * @param options of esbuild, as for a site's scripts
 * @param engines folders of engines, whose files the sandbox compares with their hashes
 */
export async function bundleSandbox(out, options, engines) {
  const hashes = Object.fromEntries(engines.map((engine) => [basename(engine), hashesIn(engine)]));
  const source = (name) => join(folder, `${name}.js`);
  await build({ ...options, entryPoints: { "sandbox-loader": source("loader") }, outdir: out });
  await build({ ...options, entryPoints: { sandbox: source("host") }, define: { SHA256_OF_ENGINES: JSON.stringify(hashes) }, outdir: out });
  const script = { ...options, format: "iife", define: NOWHERE };
  await build({ ...script, entryPoints: { "sandbox-worker": source("worker") }, plugins: [inSandbox], outdir: out });
  const { outputFiles } = await build({ ...script, entryPoints: [source("frame")], write: false });
  const frame = outputFiles[0].text.trim();
  const hash = createHash("sha256").update(frame).digest("base64");
  const page = readFileSync(join(folder, "sandbox.html"), "utf8");
  writeFileSync(join(out, "sandbox.html"), page.replace("HASH", () => hash).replace("SCRIPT", () => frame));
}

function hashesIn(engine) {
  const content = (name) => (name.endsWith(".br") ? brotliDecompressSync(readFileSync(join(engine, name))) : readFileSync(join(engine, name)));
  const sha256 = (name) => createHash("sha256").update(content(name)).digest("hex");
  const names = readdirSync(engine).filter((name) => name === "python.wasm.br" || /\.(mjs|wasm|json|zip)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, sha256(name)]));
}
