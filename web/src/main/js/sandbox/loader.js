// Loads what sandboxes begin with, beside the page's own thread: {url, hash?, keeps?}, and a port for `bytes` or an `error`.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { forget, isKept, keep, load } from "../loading.js";

addEventListener("message", async ({ data: { url, hash, keeps }, ports: [port] }) => {
  try {
    const bytes = keeps ? await loadOnce(url) : await loadRight(url, hash);
    port.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    if (keeps) await forget([url]);
    port.postMessage({ error: String(error?.message ?? error) });
  }
});

/** What is large is kept by the browser, decompressed. Its name is compared with its content by `load`. */
async function loadOnce(url) {
  const isThere = await isKept(url);
  const bytes = await load(url);
  if (!isThere) keep([[url, bytes.slice()]]);
  return bytes;
}

async function loadRight(url, hash) {
  const first = await fetched(url, "default");
  if (hashOf(first) === hash) return first;
  const second = await fetched(url, "reload"); // Something on the way may keep another one.
  const found = hashOf(second);
  if (found !== hash) throw new Error(`${url} has the SHA-256 ${found}, and should have ${hash}`);
  return second;
}

async function fetched(url, cache) {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function hashOf(bytes) {
  return bytesToHex(sha256(bytes));
}
