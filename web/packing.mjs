// Bundles what packed pages have in another form than sites: bundlePacked(OUTPUT_FOLDER, OPTIONS)
import { build } from "esbuild";
import { unzipSync, zipSync } from "fflate";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli } from "./engine.mjs";

const packed = join(dirname(fileURLToPath(import.meta.url)), "src/main/js/packed");
const REPLACED = ["addresses.js", "kernels.js", "library.js", "reading.js"];
const WINDOW = 24; // The largest that all decoders of Brotli know.

/** A packed page has its own way to files, and its modules find each other by name: they have no place in a folder. */
function inPackedPage(loaded) {
  return {
    name: "in a packed page",
    setup({ onResolve }) {
      onResolve({ filter: /\.js$/ }, ({ path, kind, importer }) => {
        const name = basename(path);
        if (kind === "entry-point") return undefined;
        if (path === "../vivarium.js") return { path: "vivarium/vivarium.js", external: true };
        if (dirname(importer) === packed) return undefined;
        if (REPLACED.includes(name)) return { path: join(packed, name) };
        return path === `./${name}` && loaded.includes(name) ? { path: `vivarium/${name}`, external: true } : undefined;
      });
    },
  };
}

/**
 * Writes the scripts.
 *
 * @param options of esbuild, as for a site's scripts
 * @param loaded names of scripts that others load when they are needed
 */
export async function bundlePacked(out, options, loaded) {
  mkdirSync(out, { recursive: true });
  const plugins = [inPackedPage(loaded.map((name) => `${name}.js`))];
  const source = (name) => `src/main/js/${name}.js`;
  await build({
    ...options,
    entryPoints: ["vivarium", "notebook-page", "notebook-files", "repl", "variables", "widgets", "packed/script"].map(source),
    entryNames: "[name]",
    plugins,
    outdir: out,
  });
  await build({ entryPoints: ["src/main/css/script.css"], bundle: true, minify: true, charset: "utf8", outdir: out, logLevel: "warning" });
  // Nobody has an address that its own is a part of.
  const define = { ...options.define, "import.meta.url": '"https://packed.invalid/"' };
  await build({
    ...options,
    format: "iife",
    entryPoints: ["packed/fonts", "packed/kernel-worker", "packed/unpack"].map(source),
    entryNames: "[name]",
    plugins,
    define,
    outdir: out,
  });
}

/**
 * Writes Python's library as an archive that is compressed as a whole, which makes it smaller by a third. Its name tells the
 * size of the archive.
 *
 * @param archive the file of the archive whose files are compressed one by one
 */
export function packLibrary(out, archive, cache) {
  mkdirSync(out, { recursive: true });
  const files = unzipSync(readFileSync(archive));
  const whole = zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
  writeFileSync(join(out, `library-${whole.length}.zip.br`), brotli(Buffer.from(whole), cache, 11, WINDOW));
}
