// What JavaScript and Python keep in the reader's browser, by the same names.
import { parse, stringify } from "flatted";
import { openStore } from "./stores.js";

const BINARY = new Map([
  ["bytearray", (bytes) => new Uint8Array(bytes)],
  ["memoryview", (bytes) => new Uint8Array(bytes)],
]);

/**
 * Opens what is kept under a name.
 *
 * @returns an object whose properties are kept; its functions `sync` and `clear` promise that everything is written
 */
export async function storage(name) {
  if (!name) throw new SyntaxError("The storage name must be defined");
  const map = await openStore(name);
  const values = new Map(JSON.parse(map.entries_text).map(([key, text]) => [key, read(text)]));
  const functions = {
    sync: () => map.sync(),
    clear: () => {
      values.clear();
      map.clear();
      return map.sync();
    },
  };
  return new Proxy(values, {
    get: (_, key) => functions[key] ?? values.get(key),
    has: (_, key) => values.has(key),
    set(_, key, value) {
      values.set(key, value);
      map.set(key, written(value));
      return true;
    },
    deleteProperty(_, key) {
      if (values.delete(key)) map.delete(key);
      return true;
    },
    ownKeys: () => [...values.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      values.has(key) ? { value: values.get(key), writable: true, enumerable: true, configurable: true } : undefined,
  });
}

function written(value) {
  if (value === null || value === undefined) return stringify(["null", 0]);
  if (value instanceof ArrayBuffer) return written(new Uint8Array(value));
  return stringify(ArrayBuffer.isView(value) ? ["memoryview", [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)]] : ["generic", value]);
}

function read(text) {
  const [kind, value] = parse(text);
  return kind === "null" ? null : (BINARY.get(kind)?.(value) ?? value);
}
