// Loads what sandboxes begin with, beside the page's own thread: {url, hash?, keeps?}, and a port for `bytes` or an `error`.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { forget, isKept, keep, load } from "../loading.js";

addEventListener("message", async ({ data: { url, hash, keeps }, ports: [port] }) => {
  try {
    const bytes = keeps ? await loadOnce(url, hash) : await loadRight(url, hash);
    port.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    if (keeps) await forget([url]);
    port.postMessage({ error: String(error?.message ?? error) });
  }
});

/** What is large is compared when it is loaded, and then kept by the browser, decompressed. */
async function loadOnce(url, hash) {
  const isThere = await isKept(url);
  const bytes = await load(url);
  if (isThere) return bytes;
  if (hash) await compare(url, bytes, hash);
  keep([[url, bytes.slice()]]);
  return bytes;
}

async function loadRight(url, hash) {
  const first = await fetched(url, "default");
  if ((await hashOf(first)) === hash) return first;
  const second = await fetched(url, "reload"); // Something on the way may keep another one.
  await compare(url, second, hash);
  return second;
}

async function compare(url, bytes, hash) {
  const found = await hashOf(bytes);
  if (found !== hash) throw new Error(`${url} has the SHA-256 ${found}, and should have ${hash}`);
}

async function fetched(url, cache) {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Browsers compute hashes faster, but for secure pages alone. */
async function hashOf(bytes) {
  return bytesToHex(crypto.subtle ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)) : sha256(bytes));
}
