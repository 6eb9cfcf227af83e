// Which files a kernel begins with, and what they have to be.

/** The files of each release of the engine, with their SHA-256, as the site was built with them. */
const ENGINES = SHA256_OF_ENGINES;

/**
 * Loads what Python needs to start.
 *
 * @param loader the worker of loader.js
 * @param boot the page's first message to the kernel
 * @returns the message, without an image where that cannot be had, and the bytes of each file by its URL
 */
export async function bootFiles(loader, boot) {
  const hashes = hashesOf(boot.engine);
  const named = (names) => names.map((name) => ({ url: boot.engine + name, hash: hashes[name] }));
  const common = named(["pyodide.mjs", "python.mjs", "python_stdlib.zip"]);
  if (boot.image) {
    try {
      const image = [{ url: `${boot.engine}python.wasm.br`, keeps: true }, { url: boot.image, keeps: true }];
      return { boot, files: await load(loader, [...common, ...image]) };
    } catch (error) {
      console.warn(`Python starts without its memory image: ${error.message}`);
    }
  }
  const plain = Object.keys(hashes).filter((name) => /^pyodide(\.asm\.(mjs|wasm)|-lock\.json)$/.test(name));
  return { boot: { ...boot, image: "" }, files: await load(loader, [...common, ...named(plain)]) };
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
    loader.addEventListener("error", () => reject(new Error("sandbox-loader.js could not be loaded")), { once: true });
    port1.onmessage = ({ data }) => {
      port1.close();
      if (data.bytes) resolve(data.bytes);
      else reject(new Error(data.error));
    };
    loader.postMessage(file, [port2]);
  });
}
