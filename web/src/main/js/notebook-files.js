// The files of a notebook, as a panel: the author's, the reader's, and those that cells have written, which are kept like the reader's.
import { cleaned, numbered } from "./file-names.js";
import { filesOnShelf } from "./file-shelf.js";
import { element, Files, hasRoom, inTime } from "./files.js";
import { FileTree } from "./file-tree.js";

const PAGES = "page"; // Kinds of files: the author's,
const OWN = "own"; // the reader's, which are kept,
const FLEETING = "fleeting"; // and those that are not, since they are too large.

export function panelOf(desk) {
  return new NotebookFiles(desk, desk.place);
}

class NotebookFiles extends Files {
  #place;
  #words;
  #tree;
  #actions = element("div", { class: "viv-nb-files-actions" });
  #hint = element("p", { class: "viv-nb-files-hint" });
  #news = Promise.resolve();
  #gone = [];

  constructor(desk, place) {
    super(desk);
    this.#place = place;
    this.#words = desk.words;
    this.#tree = new FileTree({
      size: (bytes) => this.size(bytes),
      note: (file) => this.#note(file),
      actions: (entry) => this.#actionsFor(entry),
      rename: (entry) => this.#askName(entry),
      remove: (entry) => this.#isOwn(entry) && this.#removeAll(entry),
    });
    const panel = element("section", { class: "viv-nb-files", "aria-label": this.text("files") });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.cancel();
      this.toggle();
    });
    this.#actions.append(
      this.button("add-files", this.text("add-files"), () => this.choose((files) => this.add(files))),
      this.button("add-folder", this.#word("add-folder"), () => this.choose((files) => this.add(files), true)),
      this.button("new-folder", this.#word("new-folder"), () => this.#askFolder("")),
      this.button("download-all", this.text("download-all"), () => this.downloadAll()),
    );
    panel.append(this.#actions, this.said, this.question, this.#tree.element, this.#hint);
    place.append(panel);
  }

  get isOpen() {
    return !this.#place.hidden;
  }

  /** Shows the panel and goes into it, or hides it and goes back to the notebook. */
  async toggle() {
    if (this.isOpen) {
      this.#place.hidden = true;
      document.querySelector(".viv-nb-at")?.focus({ preventScroll: true });
      return;
    }
    await this.open();
    if (!this.#tree.focus()) this.#actions.firstChild.focus();
  }

  async show() {
    this.#place.hidden = false;
    await this.draw();
    this.#place.scrollIntoView({ block: "nearest" });
  }

  async draw() {
    const { files, folders } = await this.#all();
    this.#tree.draw(files, folders);
    this.#actions.lastChild.hidden = files.length < 2;
    this.#hint.textContent = files.some(({ kind }) => kind === OWN)
      ? `${this.#word("files-hint")} ${await this.lasting()}`
      : this.#word(files.length > 0 ? "files-hint" : "no-files");
  }

  /** All files, as {path, size, kind}, with `url` or `bytes` where there are some; and the folders, each with a final slash. */
  async #all() {
    const { authors, written, unkept, folders } = this.desk;
    const shelf = await this.#shelf();
    const all = new Map();
    for (const file of authors) all.set(file.path, { ...file, kind: PAGES });
    for (const file of written.values()) all.set(file.path, { ...file, kind: FLEETING });
    for (const file of shelf) all.set(file.path, { ...file, kind: OWN });
    for (const file of unkept.values()) all.set(file.path, { ...file, kind: FLEETING });
    const files = [...all.values()].filter(({ path }) => !path.endsWith("/"));
    return { files, folders: [...folders, ...[...all.keys()].filter((path) => path.endsWith("/"))] };
  }

  async #shelf() {
    return this.desk.isShelved ? filesOnShelf(this.desk.document).catch(() => []) : [];
  }

  #note({ path, kind }) {
    if (kind === PAGES) return this.#word("file-of-page");
    if (kind === FLEETING) return this.#word("file-fleeting");
    return this.desk.authors.some((each) => each.path === path) ? this.#word("file-over-page") : "";
  }

  // What code does.

  /** A run has written these files, and removed those. */
  keepNews(written, removed) {
    this.#news = this.#news.then(async () => {
      for (const path of removed) await this.forget(path);
      for (const path of await this.#lostFolders()) await this.forget(path);
      for (const file of written) await this.#keepWritten(file).catch(() => {}); // It is listed as one that goes with Python.
      if (this.isOpen) await this.draw();
    });
  }

  /** The folders that are kept and that Python does not have any more. */
  async #lostFolders() {
    const { folders } = this.desk;
    return (await this.#shelf()).map(({ path }) => path).filter((path) => path.endsWith("/") && !folders.includes(path));
  }

  async #keepWritten({ path, size, bytes }) {
    if (!hasRoom(await this.readers(), path, size)) return;
    await this.keep(path, bytes ?? (await this.desk.ask("read", { path })));
    this.desk.written.delete(path);
  }

  // What a reader can do.

  #actionsFor(entry) {
    const own = [
      this.button("rename", this.#word("rename"), () => this.#askName(entry)),
      this.button("remove-file", this.text("remove-file"), () => this.#removeAll(entry)),
    ];
    if (entry.isFolder) {
      return [
        this.button("add-files", this.text("add-files"), () => this.choose((files) => this.add(files, undefined, "", entry.path))),
        this.button("new-folder", this.#word("new-folder"), () => this.#askFolder(entry.path)),
        ...(entry.files.length > 0 ? [this.button("download-all", this.#word("download-folder"), () => this.downloadAll(entry.path))] : []),
        ...(this.#isOwn(entry) ? own : []),
      ];
    }
    return [
      this.button("download-file", this.text("download"), async () => this.download(await this.#withBytes(entry.file))),
      this.button("duplicate", this.#word("duplicate"), () => this.#duplicate(entry)),
      ...(this.#isOwn(entry) ? own : []),
    ];
  }

  /** Whether all of it is the reader's: what the author gave is there again at the next visit. */
  #isOwn({ files, path }) {
    return !path.startsWith("../") && files.every(({ kind }) => kind !== PAGES);
  }

  async #withBytes(file) {
    return file.kind === OWN ? { ...file, bytes: await this.bytesOf(file.path) } : file;
  }

  #askFolder(folder) {
    const all = this.#tree.paths();
    let name = `${folder}${this.#word("folder")}/`;
    for (let number = 2; all.has(name); number++) name = `${folder}${this.#word("folder")} ${number}/`;
    this.#tree.ask(folder, name.slice(0, -1), this.#word("folder-name"), async (answer) => {
      const path = `${cleaned(answer)}/`;
      const reason = path === "/" ? this.#word("no-name") : this.#tree.paths().has(path) ? this.#word("name-taken", answer) : "";
      if (!reason) await this.#do(() => this.put(path, new ArrayBuffer(0)));
      return this.#after(reason, path);
    });
  }

  #askName(entry) {
    if (!this.#isOwn(entry)) return;
    const end = entry.isFolder ? "/" : "";
    this.#tree.askFor(entry, this.#word("new-name"), async (answer) => {
      const path = cleaned(answer) + end;
      if (path === entry.path) return "";
      const taken = this.#tree.paths();
      if (path === end || path.startsWith(entry.path + (end ? "" : "/"))) return this.#after(this.#word("no-name"));
      if (taken.has(path) || taken.has(end ? path.slice(0, -1) : `${path}/`)) return this.#after(this.#word("name-taken", path));
      return this.#after(await this.#do(() => this.#move(entry, path)), path);
    });
  }

  async #move(entry, path) {
    await this.#copy(entry, path);
    await this.#takeAway(entry);
  }

  /** Puts files and folders below another path as well. */
  async #copy(entry, to) {
    for (const file of entry.files) {
      const bytes = await this.content(await this.#withBytes(file));
      const path = to + file.path.slice(entry.path.length);
      const size = bytes.byteLength;
      if (!hasRoom(await this.readers(), path, size)) throw new Error(this.#word("no-room", path));
      await this.put(path, bytes);
    }
    for (const folder of entry.folders) await this.put(to + folder.slice(entry.path.length), new ArrayBuffer(0));
  }

  #duplicate(entry) {
    const taken = this.#tree.paths();
    let path;
    for (let number = 2; !path || taken.has(path); number++) path = numbered(entry.path.replace(/^(\.\.\/)+/, ""), number);
    return this.#do(() => this.#copy(entry, path)).then((reason) => this.#after(reason, path));
  }

  async #removeAll(entry) {
    const next = this.#tree.neighbour(entry.path);
    const reason = await this.#do(async () => {
      const gone = [];
      for (const file of entry.files) gone.push({ path: file.path, bytes: await this.content(await this.#withBytes(file)) });
      for (const path of entry.folders) gone.push({ path, bytes: new ArrayBuffer(0) });
      await this.#takeAway(entry);
      this.#gone = gone;
    });
    await this.#after(reason, next);
    if (reason) return;
    this.said.replaceChildren(this.text("file-removed", entry.path), " ");
    const undo = this.button("undo", this.text("undo"), () => this.#undo(entry.path));
    this.said.append(undo);
    if (this.#isEntered() && !this.#tree.focus(next)) undo.focus();
  }

  async #undo(path) {
    const gone = this.#gone;
    const reason = await this.#do(async () => {
      for (const file of gone) await this.put(file.path, file.bytes);
    });
    await this.#after(reason || this.#word("file-back", path), path);
  }

  async #takeAway(entry) {
    for (const file of entry.files) await this.remove(file.path);
    for (const folder of entry.folders.slice().sort().reverse()) await this.#removeFolder(folder);
  }

  async #removeFolder(path) {
    await this.forget(path);
    this.desk.folders = this.desk.folders.filter((each) => each !== path);
    if (this.desk.hasPython) await inTime(this.desk.ask("remove", { path }));
  }

  /** The author's file is back also where code wrote over it. */
  async remove(path) {
    const isThere = await super.remove(path);
    const authors = this.desk.authors.find((each) => each.path === path);
    if (isThere === false && authors) await inTime(this.desk.ask("put", { path, bytes: await this.content(authors) }));
    return isThere;
  }

  /** Does something; returns why it did not come to an end. */
  async #do(action) {
    try {
      await action();
      return "";
    } catch (error) {
      return error.message;
    }
  }

  /** Shows what has become of the files, and what is to be said of it. */
  async #after(said, path) {
    this.said.textContent = said ?? "";
    await this.draw();
    if (this.#isEntered()) this.#tree.focus(path);
    return said;
  }

  /** Whether the reader has not gone elsewhere while files were written. What had the focus may be gone. */
  #isEntered() {
    const { activeElement } = document;
    return activeElement === document.body || this.#place.contains(activeElement);
  }

  #word(key, ...values) {
    return this.#words[key].replace(/\{(\d)\}/g, (whole, i) => values[i] ?? whole);
  }
}
