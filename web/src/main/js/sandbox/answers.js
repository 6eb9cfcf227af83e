// What a kernel in a sandbox says of its files, in the shape that the page expects, and nothing more: a stranger may have said it.
const MOST_PATH = 4096; // Characters.
const OUTSIDE = /^\/|(^|\/)\.\.(\/|$)|[\\\0]/;

/**
 * @param kind what the page has asked
 * @param said what came back
 * @param bytes the contents of the files in it, one after the other
 * @returns `{value}` or `{error}`
 */
export function fileAnswer(kind, { error, value }, bytes) {
  if (error !== undefined) return { error: String(error).slice(0, 1000) };
  if (kind === "read") return { value: bytes };
  if (kind === "remove") return { value: value === true };
  return { value: kind === "news" ? news(value, bytes) : undefined };
}

function news(value, bytes) {
  let at = 0;
  return {
    removed: list(value?.removed).filter(isPath),
    folders: list(value?.folders).filter(isPath),
    written: list(value?.written)
      .filter((file) => isPath(file?.path) && Number.isSafeInteger(file.size) && file.size >= 0)
      .map(({ path, size, held }) => {
        if (held !== true || at + size > bytes.length) return { path, size };
        at += size;
        return { path, size, bytes: bytes.slice(at - size, at) };
      }),
  };
}

function list(value) {
  return Array.isArray(value) ? value : [];
}

function isPath(text) {
  return typeof text === "string" && text.length <= MOST_PATH && !OUTSIDE.test(text);
}
