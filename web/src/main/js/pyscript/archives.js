// Archives that the configuration has unpacked: zip (and wheels, which are that), tar, and tar compressed with gzip.

const DIRECTORY_END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22; // Bytes, without the comment.
const BLOCK = 512;

/** The [path, bytes] of each file in an archive. */
export async function filesIn(bytes, format) {
  const files = format === "zip" ? await zipped(bytes) : tarred(format === "tar" ? bytes : await inflated(bytes, "gzip"));
  return files.filter(([path]) => isInside(path));
}

/** Nothing leads out of the folder that an archive is unpacked in. */
function isInside(path) {
  return !path.startsWith("/") && !path.split("/").includes("..");
}

async function zipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_SIZE;
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) throw new Error("it is no zip file");
  const count = view.getUint16(end + 10, true);
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count && view.getUint32(at, true) === ENTRY; i++) {
    const [method, size, name, extra, comment] = [10, 20, 28, 30, 32].map((offset) => (offset === 20 ? view.getUint32(at + offset, true) : view.getUint16(at + offset, true)));
    const local = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(start, start + size);
    if (!path.endsWith("/")) files.push([path, method === 0 ? content : await inflated(content, "deflate-raw")]);
    at += 46 + name + extra + comment;
  }
  return files;
}

function tarred(bytes) {
  const files = [];
  const text = (from, length) => new TextDecoder().decode(bytes.subarray(from, from + length)).split("\0")[0];
  let longName;
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim() || "0", 8);
    const kind = String.fromCharCode(bytes[at + 156] || 48);
    const prefix = text(at + 257, 5) === "ustar" ? text(at + 345, 155) : "";
    const name = longName ?? (prefix ? `${prefix}/` : "") + text(at, 100);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    longName = kind === "L" ? text(at + BLOCK, size) : kind === "x" ? /\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1] : undefined;
    if (kind === "0") files.push([name.replace(/^\.\//, ""), content]);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

async function inflated(bytes, format) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
