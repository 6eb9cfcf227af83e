// Bytes of a file, at once: from the packed page, or else from where they lie.
import { brotli_dec as decompress, initSync as startBrotli } from "brotli-dec-wasm/web";
import { fetchNow as fetchFrom } from "../../../../../kernel/src/main/js/reading.js";

export const READS_LATER = true;

/** Undefined when there is no success. A file whose name ends in .br is decompressed. */
export function fetchNow(url) {
  const packed = globalThis.vivariumPacked;
  const file = packed.find(url);
  if (!file) return fetchFrom(url);
  const bytes = read(packed, url);
  if (!url.endsWith(".br")) return bytes;
  startBrotli({ module: read(packed, packed.besides("brotli.wasm")) });
  return decompress(bytes);
}

/** On the thread of a page, a request is all that can be waited for. */
function read(packed, url) {
  if (!globalThis.FileReaderSync) return fetchFrom(packed.address(url));
  return packed.find(url).slice();
}
