// Bundles what packed pages have in another form than sites: bundlePacked(OUTPUT_FOLDER, OPTIONS)
import { build, transform } from "esbuild";
import { unzipSync, zipSync } from "fflate";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli } from "./engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const packed = join(here, "src/main/js/packed");
const pyscript = join(packed, "pyscript");
const REPLACED = ["addresses.js", "kernels.js", "library.js", "reading.js", "trust.js"];
const REPLACED_FOR_PYSCRIPT = ["newworker.js", "places.js", "preloading.js", "stores.js"];
const AS_SCRIPT = { format: "iife", globalName: "vivariumModule", minifyWhitespace: true, charset: "utf8", legalComments: "none", logLevel: "error" };
const NOWHERE = { "import.meta.url": '"https://packed.invalid/"' }; // Nobody has an address that its own is a part of.
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
    entryPoints: ["vivarium", "notebook-page", "notebook-files", "repl", "variables", "widgets", "packed/no-editor", "packed/script"].map(source),
    entryNames: "[name]",
    plugins,
    outdir: out,
  });
  await build({ entryPoints: ["src/main/css/script.css"], bundle: true, minify: true, charset: "utf8", outdir: out, logLevel: "warning" });
  const define = { ...options.define, ...NOWHERE };
  await build({
    ...options,
    format: "iife",
    entryPoints: ["packed/fonts", "packed/incomplete", "packed/kernel-worker", "packed/unpack"].map(source),
    entryNames: "[name]",
    plugins,
    define,
    outdir: out,
  });
}

/** Scripts that load others when they need them ask the page for them: they have no place in a folder. */
const ASKING = /\bimport\("\.\/(\w+\.js)"\)/g;

const inPackedPyscript = (isPage) => ({
  name: "in a packed PyScript page",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, kind, importer }) => {
      const name = basename(path);
      if (kind === "dynamic-import" && isPage) return { path, external: true };
      if (importer.startsWith(packed)) return undefined;
      if (REPLACED.includes(name)) return { path: join(packed, name) };
      return REPLACED_FOR_PYSCRIPT.includes(name) ? { path: join(pyscript, name) } : undefined;
    });
  },
});

/**
 * Writes the scripts of PyScript for packed pages of HTML.
 *
 * @param options of esbuild, as for a site's
 * @param found the plugin by which scripts that are loaded later find modules in the page
 * @param later their names
 */
export async function bundlePackedPyscript(out, options, found, later) {
  mkdirSync(out, { recursive: true });
  const source = (name) => join(here, `src/main/js/${name}.js`);
  const common = { ...options, write: false, outdir: out, entryNames: "[name]", plugins: [inPackedPyscript(true)] };
  const built = await Promise.all([
    build({ ...common, metafile: true, entryPoints: ["packed/pyscript/core", "pyscript/storage", "pyscript/image", "pyscript/checks"].map(source) }),
    build({ ...common, entryPoints: later.map((name) => source(`pyscript/${name}`)), plugins: [staticOnes(found), inPackedPyscript(true)] }),
    build({ ...common, format: "iife", plugins: [inPackedPyscript(false)], entryPoints: ["packed/pyscript/begin", "packed/pyscript/worker"].map(source), define: NOWHERE }),
    build({ ...common, metafile: true, outdir: join(out, "none"), entryPoints: [source("pyscript/core")] }),
  ]);
  const { exports } = Object.values(built.pop().metafile.outputs)[0];
  for (const { path, text } of built.flatMap(({ outputFiles }) => outputFiles)) {
    writeFileSync(path, text.replace(ASKING, 'globalThis.vivariumPacked.imported("$1")'));
  }
  const imported = `export const { ${exports.join(", ")} } = await globalThis[Symbol.for("vivarium.pyscript.core")];\n`;
  writeFileSync(join(out, "exports.js"), imported);
}

/** What is imported at once is found in the page, or else in the same file. */
function staticOnes({ name, setup }) {
  return {
    name,
    setup: ({ onResolve, onLoad }) =>
      setup({
        onLoad,
        onResolve: (options, resolve) =>
          onResolve(options, (asked) => {
            const answer = resolve(asked);
            return answer?.external && asked.kind !== "dynamic-import" ? undefined : answer;
          }),
      }),
  };
}

/**
 * Writes modules as scripts, for the workers of packed pages: WebKit lets such a worker load no modules.
 *
 * @param modules files
 */
export async function packModules(out, modules) {
  mkdirSync(out, { recursive: true });
  for (const module of modules) {
    const { code } = await transform(readFileSync(module, "utf8"), { ...AS_SCRIPT, define: NOWHERE });
    writeFileSync(join(out, basename(module)), code);
  }
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
