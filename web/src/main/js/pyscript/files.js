// The files that the configuration puts into Python's file system.
import { CODES, Failure } from "./failures.js";
import { makeFolders } from "./interpreters.js";

const TEMPLATE = /\{([^}]+)\}/g;
const ARCHIVES = [
  [/\.(zip|whl)$/, "zip"],
  [/\.(tar\.gz|tgz)$/, "gztar"],
  [/\.tar$/, "tar"],
];

/** Fetches all files at once; they are waited for when they are placed. */
export async function fetchFiles(configuration) {
  const fetched = filesOf(configuration).map(([url, path]) => ({ url, path, bytes: bytesOf(url) }));
  for (const { bytes } of fetched) bytes.catch(() => {}); // Heard of in its turn.
  return fetched;
}

/** Puts files where they belong. */
export async function placeFiles(interpreter, files) {
  for (const { url, path, bytes } of await files) await place(interpreter, url, path, await bytes);
}

/** The [URL, path] of each file: of `files`, and of the older `[[fetch]]`. */
export function filesOf({ values, base }) {
  const files = values.files ?? {};
  const names = Object.entries(files).filter(([name]) => /^\{[^}]+\}$/.test(name));
  const templates = new Map(names.map(([name, value]) => [name.slice(1, -1), value]));
  const filled = (text) => {
    const once = text.replace(TEMPLATE, (whole, name) => (templates.has(name) ? templates.get(name) : whole));
    return TEMPLATE.test(once) && once !== text ? filled(once) : once;
  };
  const plain = Object.entries(files)
    .filter(([name]) => !/^\{[^}]+\}$/.test(name))
    .map(([name, path]) => [filled(name), filled(path)])
    .map(([name, path]) => [new URL(name, base).href, pathFor(name, path)]);
  return [...plain, ...(values.fetch ?? []).flatMap((each) => older(each, base))];
}

function older({ from = "", files, to_folder: folder = "", to_file: file }, base) {
  const start = new URL(from && !from.endsWith("/") && files ? `${from}/` : from, base).href;
  if (!files) return [[start, join(folder, file ?? basename(start))]];
  return files.map((name) => [new URL(name, start).href, join(folder, name)]);
}

function pathFor(name, path) {
  if (path === "") return basename(new URL(name, "http://a/").pathname);
  return path.endsWith("/") ? path + basename(name.split(/[?#]/)[0]) : path;
}

function join(folder, name) {
  return folder ? `${folder.replace(/\/$/, "")}/${name}` : name;
}

function basename(path) {
  return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
}

/** The content of a file that the configuration names. */
export async function bytesOf(url) {
  let answer;
  try {
    answer = await fetch(url);
  } catch (error) {
    throw new Failure(CODES.fetch, `The file ${url}, which the configuration lists, cannot be fetched: ${error.message}.`);
  }
  if (!answer.ok) {
    throw new Failure(
      answer.status === 404 ? CODES.notFound : CODES.fetch,
      `The file ${url}, which the configuration lists, was answered with ${answer.status} ${answer.statusText}. Are the name and the path right?`,
    );
  }
  return new Uint8Array(await answer.arrayBuffer());
}

async function place({ FS }, url, path, bytes) {
  const full = path.startsWith("/") ? path : join(FS.cwd(), path);
  if (path.endsWith("*")) return extract(FS, url, full.slice(0, -1), bytes);
  makeFolders(FS, full);
  FS.writeFile(full, bytes);
}

async function extract(FS, url, folder, bytes) {
  const [, format] = ARCHIVES.find(([ending]) => ending.test(url.split(/[?#]/)[0])) ?? [];
  if (!format) throw new Failure(CODES.config, `${url} is no archive that can be unpacked: zip, whl, tar.gz, tgz and tar can.`);
  await unpack(FS, bytes, format, folder);
}

/** Puts the files of an archive into a folder. */
export async function unpack(FS, bytes, format, folder) {
  const { filesIn } = await import("./archives.js");
  for (const [path, content] of await filesIn(bytes, format)) {
    const full = join(folder, path);
    makeFolders(FS, full);
    FS.writeFile(full, content);
  }
}
