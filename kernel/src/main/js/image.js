// The file of a memory image, little-endian throughout:
//
//   8 bytes    "vivimage"
//   u32        the version of the format
//   u32        the length of the header in bytes
//   header     JSON in UTF-8, see `record` in memory.js
//   pages      the bytes of `memory.runs`, one after the other: the pages of memory that are not empty
//   data       the bytes of `data.runs`: the pages of the engine's data, from address 0, as they were before it wrote to them
//   files      the bytes of `files`
//
// A run is [start, length], both in bytes. Pages begin at a multiple of eight.
const MAGIC = "vivimage";
const VERSION = 1;
const PAGE = 4096;
const PREFIX = 16;

/**
 * Writes an image.
 *
 * @param header an object for JSON; gets `memory: {size, runs}`, `data: {size, runs}` and `files: [[path, length], ...]`
 * @param memory the bytes of the memory; its length is a multiple of a page's
 * @param data the bytes at its beginning, as they were before anything ran; its length is a multiple of a page's
 * @param files [path, bytes] pairs
 */
export function writeImage(header, memory, data, files) {
  const runs = runsOf(memory.length, (page) => !isEmpty(page), memory);
  const changed = runsOf(data.length, (page, other) => !isEqual(page, other), data, memory);
  const complete = {
    ...header,
    memory: { size: memory.length, runs },
    data: { size: data.length, runs: changed },
    files: files.map(([path, bytes]) => [path, bytes.length]),
  };
  const json = new TextEncoder().encode(JSON.stringify(complete));
  const cut = (bytes) => ([start, length]) => bytes.subarray(start, start + length);
  const parts = [...runs.map(cut(memory)), ...changed.map(cut(data)), ...files.map(([, bytes]) => bytes)];
  let offset = afterHeader(json.length);
  const image = new Uint8Array(parts.reduce((sum, part) => sum + part.length, offset));
  const view = new DataView(image.buffer);
  image.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, VERSION, true);
  view.setUint32(12, json.length, true);
  image.set(json, PREFIX);
  for (const part of parts) {
    image.set(part, offset);
    offset += part.length;
  }
  return image;
}

/**
 * Reads an image.
 *
 * @returns `{header, pages, data, files}`: the last three as [start or path, bytes] pairs; the bytes are views of `image`
 * @throws when it is none, or not complete
 */
export function readImage(image) {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const isImage = image.length >= PREFIX && new TextDecoder().decode(image.subarray(0, MAGIC.length)) === MAGIC;
  if (!isImage || view.getUint32(8, true) !== VERSION) throw new Error("this is not an image of Python's memory");
  const length = view.getUint32(12, true);
  const incomplete = new Error("the image of Python's memory is not complete");
  if (PREFIX + length > image.length) throw incomplete;
  const header = JSON.parse(new TextDecoder().decode(image.subarray(PREFIX, PREFIX + length)));
  let offset = afterHeader(length);
  const next = ([key, size]) => {
    const bytes = image.subarray(offset, offset + size);
    offset += size;
    return [key, bytes];
  };
  const [pages, data, files] = [header.memory.runs, header.data.runs, header.files].map((list) => list.map(next));
  if (offset !== image.length) throw incomplete;
  return { header, pages, data, files };
}

function afterHeader(length) {
  return Math.ceil((PREFIX + length) / 8) * 8;
}

/** The runs of pages that `isWanted`, which is given the words of a page in each of the memories. */
function runsOf(length, isWanted, ...memories) {
  const runs = [];
  for (let start = 0; start < length; start += PAGE) {
    const pages = memories.map((bytes) => new BigUint64Array(bytes.buffer, bytes.byteOffset + start, PAGE / 8));
    if (!isWanted(...pages)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === start) last[1] += PAGE;
    else runs.push([start, PAGE]);
  }
  return runs;
}

function isEmpty(page) {
  return page.every((word) => word === 0n);
}

function isEqual(page, other) {
  return page.every((word, i) => word === other[i]);
}
