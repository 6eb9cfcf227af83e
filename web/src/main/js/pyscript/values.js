// Values as texts: what is plain is copied, as JSON that says what JSON cannot.

const CHUNK = 0x8000;

/** The code of a value that is no object; undefined for one that is. */
export function encodeSimple(value) {
  switch (typeof value) {
    case "undefined":
      return ["u"];
    case "boolean":
    case "string":
      return value;
    case "number":
      if (Object.is(value, -0)) return ["n", "-0"];
      return Number.isFinite(value) ? value : ["n", String(value)];
    case "bigint":
      return ["i", String(value)];
    default:
      return value === null ? null : undefined;
  }
}

/** The value that a code of another kind than the simple ones, objects and callables stands for. */
export function decodeOther([kind, content], decode) {
  switch (kind) {
    case "u":
      return undefined;
    case "n":
      return Number(content);
    case "i":
      return Number.isSafeInteger(Number(content)) ? Number(content) : BigInt(content);
    case "l":
      return content.map(decode);
    case "d":
      return Object.fromEntries(content.map(([key, each]) => [key, decode(each)]));
    case "b":
      return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    default:
      throw new TypeError(`an unknown kind of value: ${kind}`);
  }
}

/** A value that was copied as a whole. */
export function decodeCopy(value) {
  return Array.isArray(value) ? decodeOther(value, decodeCopy) : value;
}

/** A value as a whole: what can be copied is, and so is what is in it. */
export function encodeCopy(value, encode, depth = 0) {
  const simple = encodeSimple(value);
  if (simple !== undefined) return simple;
  if (depth > 100) throw new RangeError("this object is nested too deeply, or contains itself");
  const inner = (each) => encodeCopy(each, encode, depth + 1);
  if (Array.isArray(value)) return ["l", value.map(inner)];
  if (ArrayBuffer.isView(value)) return ["b", base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
  if (value instanceof ArrayBuffer) return ["b", base64(new Uint8Array(value))];
  if (value instanceof Map) return ["d", [...value].map(([key, each]) => [String(key), inner(each)])];
  if (value instanceof Set) return ["l", [...value].map(inner)];
  const prototype = typeof value === "object" ? Object.getPrototypeOf(value) : undefined;
  if (prototype === null || prototype === Object.prototype) return ["d", Object.entries(value).map(([key, each]) => [key, inner(each)])];
  return encode(value);
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
