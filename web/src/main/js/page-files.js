// The files of a page: those that its cells wrote, and the reader's own. What stands below cells is said here; lists of them are made elsewhere.
import { zipSync } from "fflate";
import { MOST_FILES, MOST_OF_ONE, MOST_TOGETHER } from "./file-limits.js";
import { cleaned, ending, flat, numbered } from "./file-names.js";
import { contentOfShelf, contentsOfShelf, filesOnShelf, putOnShelf, takeFromShelf } from "./file-shelf.js";

const MOST_SHOWN = 3; // Files that stand below a cell.
const LINK_LASTS = 60_000; // Milliseconds; a browser may ask its user first.
const PATIENCE = 1500; // Milliseconds after which Python is said to be busy.

/** What can be done with the files of a page. Who extends it shows them: `isOpen`, `show()` and `draw()`, which keeps the focus. */
export class Files {
  desk;
  said = element("p", { role: "status" });
  question = element("div");
  #texts;
  #decide;
  #hasAsked = false;

  constructor(desk) {
    this.desk = desk;
    this.#texts = desk.texts;
  }

  async open() {
    this.said.textContent = "";
    await this.show();
  }

  /** Whoever is asked something does not answer any more. */
  cancel() {
    this.#decide?.("cancel");
  }

  // What stands below a cell.

  /** A run of `cell` has written files. */
  wrote(cell, files) {
    const shown = files.length > MOST_SHOWN + 1 ? files.slice(0, MOST_SHOWN) : files;
    const parts = shown.map((file) => {
      const name = element("span", { class: "viv-file-name" }, file.path);
      const link = this.button("download-file", "", () => this.download(file));
      link.setAttribute("aria-label", this.text("download-file", file.path, this.size(file.size)));
      link.append(name, element("span", { class: "viv-file-size" }, this.size(file.size)));
      return link;
    });
    if (shown.length < files.length) {
      parts.push(this.button("files", this.text("more-items", files.length - shown.length)));
    }
    this.#below(cell, "written", element("span", {}, this.text("cell-wrote")), ...parts);
    if (this.isOpen) this.draw();
  }

  /** Code of `cell` has looked for a file that is not there; Python's words name it. Returns its path, if it can be one. */
  missed(cell, message) {
    const path = cleaned(message.match(/: '([^'\\]+)'$/)?.[1] ?? "");
    const name = path ? this.text("add-file", path) : this.text("add-files");
    const add = this.button("add-files", name, () =>
      this.choose((files) => this.add(files, cell, files.length === 1 && ending(files[0].name) === ending(path) ? path : "")),
    );
    this.#below(cell, "added", add);
    return path;
  }

  /** A file that code of `cell` has looked for is there now; nothing is said when the reader has gone on. */
  arrived(cell, path) {
    if (!cell.querySelector(":scope > .viv-cell-files [data-kind=added]")) return;
    const again = this.button("run", this.text("run-again"));
    this.#below(cell, "added", element("span", {}, this.text("file-added", path)), again);
    if (this.isOpen) this.draw();
  }

  /** A line of this kind below a cell, in place of the last one. */
  #below(cell, kind, ...content) {
    let place = cell.querySelector(":scope > .viv-cell-files");
    if (!place) {
      place = element("div", { class: "viv-cell-files", role: "status" });
      place.addEventListener("keydown", (event) => event.stopPropagation());
      cell.append(place);
    }
    const line = element("p", { "data-kind": kind });
    line.append(...content.filter((each) => each !== ""));
    place.querySelector(`[data-kind=${kind}]`)?.remove();
    place.append(line);
  }

  // Adding files.

  /** Lets the reader choose files, or a whole folder. */
  choose(take, isFolder = false) {
    const input = element("input", { type: "file" });
    input.multiple = true;
    input.webkitdirectory = isFolder;
    input.addEventListener("change", () => take(Array.from(input.files)));
    input.click();
  }

  /**
   * Adds files of the reader.
   *
   * @param entries files, or what was dropped, with folders in it
   * @param cell where to say what became of them; in the dialog without it
   * @param as the path that the only file gets; its own name without it
   * @param into the folder where they go, with a final slash
   */
  async add(entries, cell, as = "", into = "") {
    const said = [];
    const added = [];
    if (!cell) await this.open();
    for (const { file, path } of await flat(entries, as, into)) {
      const message = await this.#addOne(file, path, added);
      if (message) said.push(message);
    }
    if (added.length > 0) {
      said.unshift(added.length === 1 ? this.text("file-added", added[0]) : this.text("files-added", added.length));
      this.desk.showButton();
      this.desk.tell(cell ?? document, { added });
      this.#askToLast();
    }
    if (this.isOpen || (!cell && said.length > 0)) {
      this.said.textContent = said.join(" ");
      await this.show();
    }
    if (cell && said.length > 0) {
      const again = added.length > 0 ? this.button("run", this.text("run-again")) : "";
      this.#below(cell, "added", element("span", {}, said.join(" ")), again);
    }
  }

  /** Adds its path to `added`, or returns why it is not there; nothing when the reader takes it back. */
  async #addOne(file, wanted, added) {
    const readers = await this.readers();
    let path = wanted;
    const taken = this.taken(readers);
    if (file.size > MOST_OF_ONE) return this.text("file-too-large", path, this.size(file.size), this.size(MOST_OF_ONE));
    if (taken.has(path)) {
      const decision = await this.#ask(path);
      if (decision === "cancel") return "";
      for (let number = 2; decision === "keep-both" && taken.has(path); number++) path = numbered(wanted, number);
    }
    if (!hasRoom(readers, path, file.size)) return this.text("too-many-files", path, MOST_FILES, this.size(MOST_TOGETHER));
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch (error) {
      return this.text("file-not-added", path, error.message);
    }
    try {
      const reason = await this.put(path, bytes);
      added.push(path);
      return reason;
    } catch (error) {
      return this.text("file-not-added", path, error.message);
    }
  }

  /** Puts a file of the reader where code finds it, and keeps it; returns why it is not kept, or throws when it is not there. */
  async put(path, bytes) {
    const reason = await this.keep(path, bytes);
    try {
      if (this.desk.hasPython) await inTime(this.desk.ask("put", { path, bytes }));
    } catch (error) {
      await this.forget(path);
      throw error;
    }
    this.desk.written.delete(path);
    return reason;
  }

  /** The paths of all files. */
  taken(readers) {
    return new Set([...readers, ...this.desk.authors, ...this.desk.written.values()].map((each) => each.path));
  }

  /** Asks the browser once not to throw away by itself what it keeps of this site: some ask their user, when they have just added a file. */
  #askToLast() {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    navigator.storage?.persist?.().catch(() => {}); // As it was: what is shown of it is asked for when it is shown.
  }

  /** What the browser says of how long it keeps things; empty where it says nothing. */
  async lasting() {
    const lasts = await navigator.storage?.persisted?.().catch(() => undefined);
    return lasts === undefined ? "" : this.text(lasts ? "storage-lasts" : "storage-may-go");
  }

  /** Keeps a file for later visits; returns why it could not. */
  async keep(path, bytes) {
    this.desk.unkept.delete(path);
    try {
      await putOnShelf(this.desk.document, path, bytes);
      this.desk.setShelved(true);
      this.desk.changed(path);
      return "";
    } catch (error) {
      this.desk.unkept.set(path, { path, size: bytes.byteLength, bytes });
      return this.text("file-not-kept", path, error?.name ?? "");
    }
  }

  async forget(path) {
    this.desk.unkept.delete(path);
    try {
      const kept = await filesOnShelf(this.desk.document);
      if (!kept.some((each) => each.path === path)) return;
      await takeFromShelf(this.desk.document, path);
      this.desk.setShelved(kept.length > 1);
      this.desk.changed(path);
    } catch {
      // Where nothing could be kept, nothing is to be removed.
    }
  }

  /** Asks what to do with a file whose name is taken: "replace", "keep-both" or "cancel". */
  async #ask(path) {
    await this.show();
    const decision = await new Promise((resolve) => {
      this.#decide = resolve;
      const choices = [
        this.button("replace-file", this.text("replace-file"), () => resolve("replace")),
        this.button("keep-both", this.text("keep-both"), () => resolve("keep-both")),
        this.button("cancel", this.text("cancel"), () => resolve("cancel")),
      ];
      const actions = element("div", { class: "viv-actions" });
      actions.append(...choices);
      this.question.replaceChildren(element("p", { role: "alert" }, this.text("file-there", path)), actions);
      choices[0].focus();
    });
    this.#decide = undefined;
    this.question.replaceChildren();
    return decision;
  }

  /** Takes a file of the reader away; one of the author's that it stood for is back then. Returns whether there is one, if Python says so. */
  async remove(path) {
    await this.forget(path);
    this.desk.written.delete(path);
    const isThere = this.desk.hasPython ? await inTime(this.desk.ask("remove", { path })) : undefined;
    this.desk.tell(document, { removed: [path] });
    return isThere;
  }

  /** The reader's files. */
  async readers() {
    const kept = this.desk.isShelved ? await filesOnShelf(this.desk.document).catch(() => []) : [];
    return [...kept, ...this.desk.unkept.values()].filter(({ path }) => !path.endsWith("/")); // Those are folders.
  }

  // Downloads.

  async download(file) {
    try {
      save(file.path.slice(file.path.lastIndexOf("/") + 1), await this.content(file));
    } catch (error) {
      this.#say(this.text("file-not-read", file.path, error.message));
    }
  }

  async content({ path, url, bytes }) {
    if (bytes) return bytes;
    if (!url) return inTime(this.desk.ask("read", { path }), this.text("python-busy"));
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.arrayBuffer();
  }

  async bytesOf(path) {
    const unkept = this.desk.unkept.get(path);
    if (unkept) return unkept.bytes;
    return contentOfShelf(this.desk.document, path);
  }

  /** All files in one archive, or those of a folder, whose path has a final slash. */
  async downloadAll(folder = "") {
    const all = {};
    const kept = this.desk.isShelved ? await contentsOfShelf(this.desk.document).catch(() => []) : [];
    const missing = [];
    const inArchive = folder.slice(0, -1).lastIndexOf("/") + 1;
    for (const file of [...this.desk.authors, ...this.desk.written.values(), ...kept, ...this.desk.unkept.values()]) {
      if (!file.path.startsWith(folder)) continue;
      try {
        all[file.path.slice(inArchive).replace(/^(\.\.\/)+/, "")] = new Uint8Array(await this.content(file));
      } catch (error) {
        missing.push(this.text("file-not-read", file.path, error.message));
      }
    }
    save(folder ? `${folder.slice(inArchive, -1)}.zip` : "files.zip", zipSync(all));
    this.#say(missing.join(" "));
  }

  #say(text) {
    this.said.textContent = text;
    if (text && !this.isOpen) this.show();
  }

  text(key, ...values) {
    return this.#texts[key].replace(/\{(\d)\}/g, (whole, i) => values[i] ?? whole);
  }

  size(bytes) {
    const [unit, size] = bytes < 1000 ? ["byte", bytes] : bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
    const language = document.documentElement.lang || undefined;
    const isSmall = unit === "byte";
    const style = { style: "unit", unit, unitDisplay: isSmall ? "long" : "short", maximumFractionDigits: size < 10 && !isSmall ? 1 : 0 };
    return new Intl.NumberFormat(language, style).format(size);
  }

  button(action, name, press) {
    const button = element("button", { type: "button", "data-action": action }, name);
    if (press) button.addEventListener("click", press);
    return button;
  }
}

/** Python that computes does not answer: then it does later, unless the answer is needed now. */
export function inTime(promise, otherwise) {
  const late = new Promise((resolve, reject) => setTimeout(() => (otherwise ? reject(new Error(otherwise)) : resolve()), PATIENCE));
  return Promise.race([promise, late]);
}

/** Whether there is room for a file among the reader's. */
export function hasRoom(readers, path, size) {
  const others = readers.filter((each) => each.path !== path);
  return size <= MOST_OF_ONE && others.length < MOST_FILES && others.reduce((sum, each) => sum + each.size, size) <= MOST_TOGETHER;
}

function save(name, content) {
  const url = URL.createObjectURL(new Blob([content]));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LINK_LASTS);
}

export function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
