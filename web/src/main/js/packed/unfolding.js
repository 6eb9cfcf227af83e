// Files in the elements of a packed page.
import { decoded } from "./decoding.js";

/** The bytes in an element; one that is missing was cut off. */
export function bytesOf(element) {
  return decoded(element?.textContent ?? "", Number(element?.dataset.size ?? 1));
}

/** The files in an element: an index as JSON after its length in four bytes, and then their bytes; compressed together. */
export async function unfolded(element) {
  const stream = new Blob([bytesOf(element)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const bytes = await new Response(stream).arrayBuffer();
  const length = new DataView(bytes).getUint32(0);
  let at = 4 + length;
  const files = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  return Object.fromEntries(files.map(([path, size]) => [path, new Blob([new Uint8Array(bytes, (at += size) - size, size)])]));
}
