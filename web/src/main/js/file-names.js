// Files that come from the reader's disk, and the names that they get.
import { MOST_FILES } from "./file-limits.js";

/** A file's path from where it was dropped, as cells can write it; empty when they cannot. */
export function cleaned(path) {
  const parts = path.normalize("NFC").replace(/[\u0000-\u001f\u007f]/g, "").split("/"); // Composed, as keyboards write.
  return parts.some((part) => ["", ".", ".."].includes(part)) || path.includes("\\") ? "" : parts.join("/");
}

/** What follows the last dot of a name, in small letters. */
export function ending(path) {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

/** The path of another file of this name: `data 2.csv`. */
export function numbered(path, number) {
  const dot = path.lastIndexOf(".");
  const end = dot > path.lastIndexOf("/") + 1 ? dot : path.length;
  return `${path.slice(0, end)} ${number}${path.slice(end)}`;
}

/**
 * The files among what was dropped or chosen, and in its folders, as [{file, path}]; hidden ones only where they were meant.
 *
 * @param as the path of the only file, if it is not to keep its name
 * @param into the folder where they go, with a final slash
 */
export async function flat(entries, as, into) {
  const found = [];
  for (const entry of entries) {
    if (!(entry instanceof File)) await walk(entry, into, found);
    else if (!entry.webkitRelativePath) found.push({ file: entry, path: as || into + (cleaned(entry.name) || "file") });
    else if (found.length <= MOST_FILES && !/\/\./.test(`/${entry.webkitRelativePath}`)) {
      found.push({ file: entry, path: into + (cleaned(entry.webkitRelativePath) || "file") });
    }
  }
  return found;
}

async function walk(entry, folder, found) {
  if (found.length > MOST_FILES || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, path: cleaned(folder + entry.name) || "file" });
    return;
  }
  const reader = entry.createReader();
  const more = () => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  for (let entries = await more(); entries.length > 0; entries = await more()) {
    for (const each of entries) await walk(each, `${folder}${entry.name}/`, found);
  }
}
