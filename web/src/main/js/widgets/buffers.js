// Bytes travel as Base64: Python and the page exchange texts.

export function bytes(text) {
  return new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
}

export function text(buffer) {
  const array = ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  let letters = "";
  for (let at = 0; at < array.length; at += 0x8000) letters += String.fromCharCode(...array.subarray(at, at + 0x8000));
  return btoa(letters);
}
