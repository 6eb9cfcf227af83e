// Which files a kernel begins with, and what they have to be.

/** The SHA-256 of the files of each release of the engine, as the site was built with them; of compressed ones, of what they hold. */
const ENGINES = SHA256_OF_ENGINES;

/**
 * Loads what Python needs to start.
 *
 * @param loader the worker of loader.js
 * @param boot the page's first message to the kernel
 * @returns the bytes of `files` by their URLs, the URL of the `image`, empty where none can be had, and that of the engine's
 *     `module` among them when it is to be compiled beforehand
 */
export async function bootFiles(loader, boot) {
  const hashes = hashesOf(boot.engine);
  const named = (...names) => names.map((name) => ({ url: boot.engine + name, hash: hashes[name], keeps: name.endsWith(".br") }));
  const common = named("pyodide.mjs", "python_stdlib.zip");
  if (boot.image) {
    try {
      const image = { url: boot.image, keeps: true }; // Its name has its hash.
      const [module] = named("python.wasm.br");
      const files = await load(loader, [...common, ...named("python.mjs"), module, image]);
      return { files, image: boot.image, module: module.url };
    } catch (error) {
      console.warn(`Python starts without its memory image: ${error.message}`);
    }
  }
  const script = hashes["pyodide.asm.mjs"] ? "pyodide.asm.mjs" : "python.mjs"; // See engine-script.js.
  const plain = named(script, "pyodide.asm.wasm", "pyodide-lock.json");
  return { files: await load(loader, [...common, ...plain]), image: "" };
}

function hashesOf(engine) {
  const [, group] = /\/([^/]+)-[0-9a-f]+\/$/.exec(engine) ?? [];
  if (!Object.hasOwn(ENGINES, group)) throw new Error(`${engine} is no engine of this site`);
  return ENGINES[group];
}

async function load(loader, wanted) {
  const found = await Promise.all(wanted.map((file) => ask(loader, file)));
  return Object.fromEntries(wanted.map(({ url }, i) => [url, found[i]]));
}

function ask(loader, file) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error("sandbox-loader.js could not be loaded"));
    loader.addEventListener("error", fail);
    port1.onmessage = ({ data }) => {
      port1.close();
      loader.removeEventListener("error", fail);
      if (data.bytes) resolve(data.bytes);
      else reject(new Error(data.error));
    };
    loader.postMessage(file, [port2]);
  });
}
