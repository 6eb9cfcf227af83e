// Puts notebooks into links, and takes them out again: deflated (RFC 1951), in base64url (RFC 4648).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const MOST = 32 << 20; // Bytes that a link may unfold to: a bomb is small when it arrives.

export async function pack(text) {
  const bytes = await all(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Rejects what is damaged or too large. */
export async function unpack(packed) {
  const binary = atob(packed.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const unfolded = await all(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), MOST);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(unfolded);
}

/** Names a text. */
export function nameOf(text) {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}

async function all(stream, most) {
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too large");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
