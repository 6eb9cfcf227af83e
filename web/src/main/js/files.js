// Shows the files of a page: those that its cells wrote, for download, and the reader's own, which are added here.
import { zipSync } from "fflate";
import { contentsOfShelf, filesOnShelf, putOnShelf, takeFromShelf } from "./file-shelf.js";

const MOST_OF_ONE = 100 << 20; // Bytes. Python holds files in memory, and phones have little.
const MOST_TOGETHER = 200 << 20;
const MOST_FILES = 500;
const MOST_SHOWN = 3; // Files that stand below a cell.
const LINK_LASTS = 60_000; // Milliseconds; a browser may ask its user first.
const PATIENCE = 1500; // Milliseconds after which Python is said to be busy.

export function panelOf(desk) {
  return new Panel(desk);
}

class Panel {
  #desk;
  #texts;
  #dialog = element("dialog", { class: "viv-dialog viv-files-dialog" });
  #said = element("p", { role: "status" });
  #question = element("div");
  #lists = element("div");
  #decide;

  constructor(desk) {
    this.#desk = desk;
    this.#texts = desk.texts;
    this.#dialog.setAttribute("aria-label", this.#text("files"));
    this.#dialog.addEventListener("keydown", (event) => event.stopPropagation()); // They turn no slide.
    this.#dialog.addEventListener("close", () => this.#decide?.("cancel"));
    const close = this.#button("close", "×", () => this.#dialog.close());
    close.setAttribute("aria-label", this.#text("close"));
    this.#dialog.append(element("h2", {}, this.#text("files")), close, this.#said, this.#question, this.#lists);
  }

  async open() {
    this.#said.textContent = "";
    await this.#show();
  }

  async #show() {
    await this.#draw();
    if (!this.#dialog.isConnected) document.body.append(this.#dialog);
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  // What stands below a cell.

  /** A run of `cell` has written files. */
  wrote(cell, files) {
    const shown = files.length > MOST_SHOWN + 1 ? files.slice(0, MOST_SHOWN) : files;
    const parts = shown.map((file) => {
      const name = element("span", { class: "viv-file-name" }, file.path);
      const link = this.#button("download-file", "", () => this.#download(file));
      link.setAttribute("aria-label", this.#text("download-file", file.path, this.#size(file.size)));
      link.append(name, element("span", { class: "viv-file-size" }, this.#size(file.size)));
      return link;
    });
    if (shown.length < files.length) {
      parts.push(this.#button("files", this.#text("more-items", files.length - shown.length)));
    }
    this.#below(cell, "written", element("span", {}, this.#text("cell-wrote")), ...parts);
    if (this.#dialog.open) this.#draw();
  }

  /** Code of `cell` has looked for a file that is not there; Python's words name it. */
  missed(cell, message) {
    const path = cleaned(message.match(/: '([^'\\]+)'$/)?.[1] ?? "");
    const name = path ? this.#text("add-file", path) : this.#text("add-files");
    const add = this.#button("add-files", name, () =>
      this.#choose((files) => this.add(files, cell, files.length === 1 && ending(files[0].name) === ending(path) ? path : "")),
    );
    this.#below(cell, "added", add);
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

  #choose(take) {
    const input = element("input", { type: "file" });
    input.multiple = true;
    input.addEventListener("change", () => take(Array.from(input.files)));
    input.click();
  }

  /**
   * Adds files of the reader.
   *
   * @param entries files, or what was dropped, with folders in it
   * @param cell where to say what became of them; in the dialog without it
   * @param as the path that the only file gets; its own name without it
   */
  async add(entries, cell, as = "") {
    const said = [];
    const added = [];
    if (!cell) await this.open();
    for (const { file, path } of await flat(entries, as)) {
      const message = await this.#addOne(file, path, added);
      if (message) said.push(message);
    }
    if (added.length > 0) {
      said.unshift(added.length === 1 ? this.#text("file-added", added[0]) : this.#text("files-added", added.length));
      this.#desk.showButton();
      this.#desk.tell(cell ?? document, { added });
    }
    if (this.#dialog.open || (!cell && said.length > 0)) {
      this.#said.textContent = said.join(" ");
      await this.#show();
    }
    if (cell && said.length > 0) {
      const again = added.length > 0 ? this.#button("run", this.#text("run-again")) : "";
      this.#below(cell, "added", element("span", {}, said.join(" ")), again);
    }
  }

  /** Adds its path to `added`, or returns why it is not there; nothing when the reader takes it back. */
  async #addOne(file, wanted, added) {
    const readers = await this.#readers();
    let path = wanted;
    const taken = new Set([...readers, ...this.#desk.authors, ...this.#desk.written.values()].map((each) => each.path));
    if (file.size > MOST_OF_ONE) return this.#text("file-too-large", path, this.#size(file.size), this.#size(MOST_OF_ONE));
    if (taken.has(path)) {
      const decision = await this.#ask(path);
      if (decision === "cancel") return "";
      for (let number = 2; decision === "keep-both" && taken.has(path); number++) path = numbered(wanted, number);
    }
    const others = readers.filter((each) => each.path !== path);
    if (others.length >= MOST_FILES || others.reduce((sum, each) => sum + each.size, file.size) > MOST_TOGETHER) {
      return this.#text("too-many-files", path, MOST_FILES, this.#size(MOST_TOGETHER));
    }
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch (error) {
      return this.#text("file-not-added", path, error.message);
    }
    const reason = await this.#keep(path, bytes);
    try {
      if (this.#desk.hasPython) await inTime(this.#desk.ask("put", { path, bytes }));
    } catch (error) {
      await this.#forget(path);
      return this.#text("file-not-added", path, error.message);
    }
    this.#desk.written.delete(path);
    added.push(path);
    return reason;
  }

  /** Keeps a file for later visits; returns why it could not. */
  async #keep(path, bytes) {
    this.#desk.unkept.delete(path);
    try {
      await putOnShelf(this.#desk.document, path, bytes);
      this.#desk.setShelved(true);
      return "";
    } catch (error) {
      this.#desk.unkept.set(path, { path, size: bytes.byteLength, bytes });
      return this.#text("file-not-kept", path, error?.name ?? "");
    }
  }

  async #forget(path) {
    this.#desk.unkept.delete(path);
    try {
      await takeFromShelf(this.#desk.document, path);
      this.#desk.setShelved((await filesOnShelf(this.#desk.document)).length > 0);
    } catch {
      // Where nothing could be kept, nothing is to be removed.
    }
  }

  /** Asks what to do with a file whose name is taken: "replace", "keep-both" or "cancel". */
  async #ask(path) {
    await this.#show();
    const decision = await new Promise((resolve) => {
      this.#decide = resolve;
      const choices = [
        this.#button("replace-file", this.#text("replace-file"), () => resolve("replace")),
        this.#button("keep-both", this.#text("keep-both"), () => resolve("keep-both")),
        this.#button("cancel", this.#text("cancel"), () => resolve("cancel")),
      ];
      const actions = element("div", { class: "viv-actions" });
      actions.append(...choices);
      this.#question.replaceChildren(element("p", { role: "alert" }, this.#text("file-there", path)), actions);
      choices[0].focus();
    });
    this.#decide = undefined;
    this.#question.replaceChildren();
    return decision;
  }

  async #remove(path) {
    await this.#forget(path);
    if (this.#desk.hasPython) await inTime(this.#desk.ask("remove", { path }));
    this.#desk.tell(document, { removed: [path] });
    this.#said.textContent = this.#text("file-removed", path);
    await this.#draw();
    this.#dialog.querySelector("[data-action=add-files]").focus();
  }

  async #readers() {
    const kept = this.#desk.isShelved ? await filesOnShelf(this.#desk.document).catch(() => []) : [];
    return [...kept, ...this.#desk.unkept.values()];
  }

  // The dialog.

  async #draw() {
    const readers = await this.#readers();
    const isReaders = (path) => readers.some((each) => each.path === path);
    const written = [...this.#desk.written.values()].filter(({ path }) => !isReaders(path));
    const authors = this.#desk.authors.filter(({ path }) => !isReaders(path) && !this.#desk.written.has(path));
    const actions = element("div", { class: "viv-actions" });
    actions.append(this.#button("add-files", this.#text("add-files"), () => this.#choose((files) => this.add(files))));
    if (readers.length + written.length + authors.length > 1) {
      actions.append(this.#button("download-all", this.#text("download-all"), () => this.#downloadAll()));
    }
    this.#lists.replaceChildren(
      element("p", {}, this.#text("files-hint")),
      ...this.#list(this.#text("your-files"), readers, ({ path, size }) => [
        this.#button("download-file", this.#text("download"), async () => this.#download({ path, size, bytes: await this.#bytesOf(path) })),
        this.#button("remove-file", this.#text("remove-file"), () => this.#remove(path)),
      ]),
      ...this.#list(this.#text("written-files"), written, (file) => [this.#button("download-file", this.#text("download"), () => this.#download(file))]),
      ...this.#list(this.#text("page-files"), authors, (file) => [
        this.#button("download-file", this.#text("download"), () => this.#download(file)),
      ]),
      actions,
    );
  }

  #list(title, files, buttons) {
    if (files.length === 0) return [];
    const list = element("ul", { class: "viv-file-list" });
    for (const file of files) {
      const item = element("li");
      const name = element("span", { class: "viv-file-name" }, file.path);
      item.append(name, element("span", { class: "viv-file-size" }, this.#size(file.size)));
      for (const button of buttons(file)) {
        button.setAttribute("aria-label", `${button.textContent}: ${file.path}`);
        item.append(button);
      }
      list.append(item);
    }
    return [element("h3", {}, title), list];
  }

  // Downloads.

  async #download(file) {
    try {
      save(file.path.slice(file.path.lastIndexOf("/") + 1), await this.#content(file));
    } catch (error) {
      this.#say(this.#text("file-not-read", file.path, error.message));
    }
  }

  async #content({ path, url, bytes }) {
    if (bytes) return bytes;
    if (!url) return inTime(this.#desk.ask("read", { path }), this.#text("python-busy"));
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.arrayBuffer();
  }

  async #bytesOf(path) {
    const unkept = this.#desk.unkept.get(path);
    if (unkept) return unkept.bytes;
    return (await contentsOfShelf(this.#desk.document)).find((file) => file.path === path)?.bytes;
  }

  async #downloadAll() {
    const all = {};
    const kept = this.#desk.isShelved ? await contentsOfShelf(this.#desk.document).catch(() => []) : [];
    const missing = [];
    for (const file of [...this.#desk.authors, ...this.#desk.written.values(), ...kept, ...this.#desk.unkept.values()]) {
      try {
        all[file.path.replace(/^(\.\.\/)+/, "")] = new Uint8Array(await this.#content(file));
      } catch (error) {
        missing.push(this.#text("file-not-read", file.path, error.message));
      }
    }
    save("files.zip", zipSync(all));
    this.#say(missing.join(" "));
  }

  #say(text) {
    this.#said.textContent = text;
    if (text && !this.#dialog.open) this.#show();
  }

  #text(key, ...values) {
    return this.#texts[key].replace(/\{(\d)\}/g, (whole, i) => values[i] ?? whole);
  }

  #size(bytes) {
    const [unit, size] = bytes < 1000 ? ["byte", bytes] : bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
    const language = document.documentElement.lang || undefined;
    const isSmall = unit === "byte";
    const style = { style: "unit", unit, unitDisplay: isSmall ? "long" : "short", maximumFractionDigits: size < 10 && !isSmall ? 1 : 0 };
    return new Intl.NumberFormat(language, style).format(size);
  }

  #button(action, name, press) {
    const button = element("button", { type: "button", "data-action": action }, name);
    if (press) button.addEventListener("click", press);
    return button;
  }
}

/** A file's path from where it was dropped, as cells can write it. */
function cleaned(path) {
  const parts = path.normalize("NFC").replace(/[\u0000-\u001f\u007f]/g, "").split("/"); // Composed, as keyboards write.
  return parts.some((part) => ["", ".", ".."].includes(part)) || path.includes("\\") ? "" : parts.join("/");
}

function ending(path) {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}

function numbered(path, number) {
  const dot = path.lastIndexOf(".");
  const end = dot > path.lastIndexOf("/") + 1 ? dot : path.length;
  return `${path.slice(0, end)} ${number}${path.slice(end)}`;
}

/** The files among what was dropped, and in its folders, as [{file, path}]. */
async function flat(entries, as) {
  const found = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push({ file: entry, path: as || cleaned(entry.name) || "file" });
    else await walk(entry, "", found);
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

/** Python that computes does not answer: then it does later, unless the answer is needed now. */
function inTime(promise, otherwise) {
  const late = new Promise((resolve, reject) => setTimeout(() => (otherwise ? reject(new Error(otherwise)) : resolve()), PATIENCE));
  return Promise.race([promise, late]);
}

function save(name, content) {
  const url = URL.createObjectURL(new Blob([content]));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LINK_LASTS);
}

function element(name, attributes = {}, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
