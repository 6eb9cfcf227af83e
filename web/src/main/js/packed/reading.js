// Bytes of a file, at once: from the packed page, or else from where they lie.
import { brotli_dec as decompress, initSync as startBrotli } from "brotli-dec-wasm/web";
import { fetchNow as fetchFrom } from "../../../../../kernel/src/main/js/reading.js";

/** Undefined when there is no success. A file whose name ends in .br is decompressed. */
export function fetchNow(url) {
  const packed = globalThis.vivariumPacked;
  const file = packed.find(url);
  if (!file) return fetchFrom(url);
  const bytes = read(file);
  if (!url.endsWith(".br")) return bytes;
  startBrotli({ module: read(packed.find(packed.besides("brotli.wasm"))) });
  return decompress(bytes);
}

function read(file) {
  return new Uint8Array(new FileReaderSync().readAsArrayBuffer(file));
}
