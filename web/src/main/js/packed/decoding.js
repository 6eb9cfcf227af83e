// Bytes in the text of a page: each character holds 15 bits, and is one of those from FIRST on. All of them are characters that
// no parser, mail program or editor changes.
const FIRST = 0x3400;
const BITS = 15;

/**
 * The bytes in a text.
 *
 * @param size how many there are
 * @throws when the text is not complete
 */
export function decoded(text, size) {
  if (text.length !== Math.ceil((size * 8) / BITS)) throw new Error("this file is not complete");
  const bytes = new Uint8Array(size);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    held = (held << BITS) | (text.charCodeAt(i) - FIRST);
    bits += BITS;
    while (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits; // The last one may be half a byte beyond the end, where it is dropped.
    }
    held &= (1 << bits) - 1;
  }
  return bytes;
}
