// Loads the large parts of Python: from where this browser kept them, or from the site, where they are compressed with Brotli
// whatever the host does. Browsers' own decompression knows only gzip for that, which makes them more than a quarter larger.
import { beside } from "./addresses.js";
import initBrotli, { BrotliDecStream, BrotliStreamResultCode } from "brotli-dec-wasm/web";

const FOLDER = "vivarium";
const MOST_KEPT = 12; // Files: some images of 15 MB, and the engines for them.
const BEGINNINGS = ["vivi", "\0asm"]; // Of what such files hold.
const OUTPUT = 1 << 20;

/**
 * The decompressed content of the file at `url`.
 *
 * @throws when it cannot be loaded, or is not what an image's name says
 */
export async function load(url) {
  const bytes = await kept(nameOf(url));
  if (bytes) return bytes;
  const loaded = await decompress(await answerOf(url));
  await verify(url, loaded);
  return loaded;
}

/** The name of an image ends with the beginning of its SHA-256; where a page is not secure, there is no way to compute it. */
async function verify(url, bytes) {
  const [, expected] = /-([0-9a-f]{12})\.image\.br$/.exec(url) ?? [];
  if (!expected || !crypto.subtle) return;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(hash.subarray(0, expected.length / 2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== expected) throw new Error(`${url} has the content of ${found}`);
}

/**
 * Keeps what was loaded, for the next start, and forgets the oldest files when there are many.
 *
 * @param files [url, promise of bytes] pairs
 * @returns whether the browser allowed it
 */
export async function keep(files) {
  try {
    const folder = await keepingFolder();
    for (const [url, bytes] of files) {
      const name = nameOf(url);
      if (!(await has(folder, name))) await write(folder, name, await bytes);
    }
    await forgetOldest(folder);
    return true;
  } catch {
    return false; // No storage here, or none left: the site's files are loaded again.
  }
}

async function forgetOldest(folder) {
  const ages = [];
  for await (const [name, file] of folder.entries()) ages.push([(await file.getFile()).lastModified, name]);
  ages.sort(([one], [other]) => other - one);
  for (const [, name] of ages.slice(MOST_KEPT)) await folder.removeEntry(name);
}

/** Forgets the files at `urls`: Python does not start with them. */
export async function forget(urls) {
  for (const url of urls) {
    try {
      await (await keepingFolder()).removeEntry(nameOf(url));
    } catch {
      continue; // It was not kept.
    }
  }
}

/** Whether this browser has kept the file at `url`. */
export async function isKept(url) {
  try {
    return await has(await keepingFolder(), nameOf(url));
  } catch {
    return false;
  }
}

/** Both the folder and the file have names that tell their content, by hash. */
function nameOf(url) {
  return new URL(url).pathname.split("/").slice(-2).join("-");
}

async function keepingFolder() {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

async function has(folder, name) {
  try {
    return Boolean(await folder.getFileHandle(name));
  } catch {
    return false;
  }
}

/** Undefined when nothing is kept under that name, or the browser does not let us look. */
async function kept(name) {
  try {
    const file = await (await keepingFolder()).getFileHandle(name);
    const handle = await file.createSyncAccessHandle({ mode: "read-only" });
    try {
      const bytes = new Uint8Array(handle.getSize());
      handle.read(bytes, { at: 0 });
      return bytes;
    } finally {
      handle.close();
    }
  } catch {
    return undefined;
  }
}

/** A file that has its name is complete. */
async function write(folder, name, bytes) {
  const file = await folder.getFileHandle(`${name}.${Math.random()}`, { create: true });
  const handle = await file.createSyncAccessHandle();
  try {
    handle.write(bytes, { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
  await file.move(name);
}

async function answerOf(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

let brotli;

async function decompress(answer) {
  brotli ??= startBrotli();
  brotli.catch(() => {}); // Heard of when the first bytes are here.
  const chunks = [];
  let stream;
  let isPlain;
  for await (const chunk of chunksOf(answer.body)) {
    // A host may know files that end in .br, and the browser has decompressed them then.
    isPlain ??= BEGINNINGS.includes(String.fromCharCode(...chunk.subarray(0, 4)));
    if (isPlain) chunks.push(chunk);
    else chunks.push(...pieces((stream ??= (await brotli, new BrotliDecStream())), chunk));
  }
  return joined(chunks);
}

/** Not from its answer as it comes: hosts may not know the type of the file. */
async function startBrotli() {
  const answer = await answerOf(beside("brotli.wasm"));
  await initBrotli({ module_or_path: await answer.arrayBuffer() });
}

async function* chunksOf(body) {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function* pieces(stream, chunk) {
  let rest = chunk;
  while (true) {
    const { buf, code, input_offset: used } = stream.dec(rest, OUTPUT);
    yield buf;
    rest = rest.subarray(used);
    if (code !== BrotliStreamResultCode.NeedsMoreOutput) return;
  }
}

function joined(chunks) {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
