// Files and folders as a list in which folders open, one that keys work in: arrows, F2 for another name, Delete.
import { element } from "./files.js";

export class FileTree {
  element = element("ul", { class: "viv-nb-tree" });
  #owner;
  #root;
  #entries = new Map(); // All entries by their paths; those of folders end with a slash.
  #open = new Set(); // Folders that show what is in them.
  #chosen; // The path of the entry that shows what can be done with it.
  #at; // The path of the entry that Tab comes to.
  #isAsking = false;
  #later;

  /**
   * @param owner `size(bytes)` and `note(file)` say something of a file, `actions(entry)` makes buttons, `rename(entry)` and `remove(entry)`
   *     are asked for by keys. An entry is {path, name, isFolder, file, files, folders}, the last two with all that is in it, and itself.
   */
  constructor(owner) {
    this.#owner = owner;
    this.element.addEventListener("keydown", (event) => this.#press(event));
  }

  /** The paths of all files and folders. */
  paths() {
    return new Set(this.#entries.keys());
  }

  /**
   * @param files `{path, size}` each
   * @param folders paths with a final slash; those that files are in need not be among them
   */
  draw(files, folders) {
    this.#later = undefined;
    if (this.#isAsking) {
      this.#later = [files, folders];
      return;
    }
    this.#build(files, folders);
    if (!this.#entries.has(this.#at)) this.#at = this.#root.children[0]?.path;
    if (!this.#entries.has(this.#chosen)) this.#chosen = undefined;
    this.#show();
  }

  /** Gives an entry the focus, and opens the folders that it is in; returns whether it is there. Without a path, the one that had it last. */
  focus(path = this.#at) {
    if (!this.#entries.has(path)) return false;
    this.#at = path;
    for (let end = path.indexOf("/"); end >= 0 && end < path.length - 1; end = path.indexOf("/", end + 1)) this.#open.add(path.slice(0, end + 1));
    this.#show();
    this.#row(path)?.focus();
    return true;
  }

  /** The path of the entry that takes the place of another one when that goes. */
  neighbour(path) {
    const rows = this.#rows().map((row) => row.dataset.path);
    const at = rows.indexOf(path);
    return rows.slice(at + 1).find((each) => !each.startsWith(path)) ?? rows[at - 1];
  }

  /** Asks for the path of a new entry in a folder, and calls `done` with the answer. */
  ask(folder, suggested, label, done) {
    if (folder) {
      this.#open.add(folder);
      this.#show();
    }
    const item = element("li");
    const list = folder ? this.#row(folder).parentNode.querySelector("ul") : this.element;
    list.prepend(item);
    this.#askIn(item, suggested, label, done);
  }

  /** Asks for another path of an entry, and calls `done` with the answer. */
  askFor(entry, label, done) {
    this.focus(entry.path);
    const item = this.#row(entry.path).parentNode;
    item.replaceChildren();
    this.#askIn(item, entry.isFolder ? entry.path.slice(0, -1) : entry.path, label, done);
  }

  #askIn(item, suggested, label, done) {
    const input = element("input", { type: "text", "aria-label": label, autocapitalize: "off", autocomplete: "off", spellcheck: "false" });
    input.value = suggested;
    this.#isAsking = true;
    const end = (answer) => {
      if (!this.#isAsking) return;
      this.#isAsking = false;
      if (this.#later) this.draw(...this.#later);
      else this.#show();
      if (answer === undefined) this.focus();
      else done(answer);
    };
    input.addEventListener("blur", () => end(input.value.trim() || undefined));
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      end(event.key === "Enter" ? input.value.trim() || undefined : undefined);
    });
    item.append(input);
    input.focus();
    const name = suggested.lastIndexOf("/") + 1;
    const dot = suggested.lastIndexOf(".");
    input.setSelectionRange(name, dot > name ? dot : suggested.length);
  }

  #build(files, folders) {
    this.#entries.clear();
    this.#root = { path: "", children: [], files: [], folders: [] };
    for (const path of folders) this.#folder(path);
    for (const file of files) {
      const isAbove = file.path.startsWith("../"); // It is not below this folder: its path is its name.
      const parent = isAbove ? this.#root : this.#folder(file.path.slice(0, file.path.lastIndexOf("/") + 1));
      const entry = { path: file.path, name: isAbove ? file.path : nameOf(file.path), file, files: [file], folders: [], children: [] };
      parent.children.push(entry);
      this.#entries.set(file.path, entry);
    }
    const order = new Intl.Collator(undefined, { numeric: true });
    const settle = (entry) => {
      for (const child of entry.children) {
        settle(child);
        if (!child.isFolder) continue;
        entry.files.push(...child.files);
        entry.folders.push(...child.folders);
      }
      entry.files.push(...entry.children.filter((child) => !child.isFolder).map((child) => child.file));
      entry.children.sort((a, b) => Boolean(b.isFolder) - Boolean(a.isFolder) || order.compare(a.name, b.name));
    };
    settle(this.#root);
  }

  #folder(path) {
    if (!path) return this.#root;
    const known = this.#entries.get(path);
    if (known) return known;
    const parent = this.#folder(path.slice(0, path.slice(0, -1).lastIndexOf("/") + 1));
    const entry = { path, name: nameOf(path.slice(0, -1)), isFolder: true, files: [], folders: [path], children: [] };
    parent.children.push(entry);
    this.#entries.set(path, entry);
    return entry;
  }

  #show() {
    const focused = this.element.contains(document.activeElement) ? document.activeElement : undefined;
    const path = focused?.closest("[data-path]")?.dataset.path ?? focused?.closest("li")?.querySelector("[data-path]")?.dataset.path;
    const action = focused?.dataset.action;
    this.element.replaceChildren(...this.#root.children.map((entry) => this.#item(entry)));
    if (!focused) return;
    const row = this.#row(path) ?? this.#row(this.#at);
    ((action && row?.parentNode.querySelector(`:scope > .viv-nb-entry-actions [data-action=${action}]`)) || row)?.focus();
  }

  #item(entry) {
    const { path, name, isFolder } = entry;
    const item = element("li");
    const isOpen = isFolder ? this.#open.has(path) : this.#chosen === path;
    const row = element("button", { type: "button", class: "viv-nb-entry", "data-path": path, "aria-expanded": isOpen, tabindex: path === this.#at ? 0 : -1 });
    if (isFolder) item.dataset.vivFolder = path;
    row.append(element("span", { class: `viv-nb-entry-name${isFolder ? " viv-nb-folder" : ""}` }, name));
    if (!isFolder) {
      const note = this.#owner.note(entry.file);
      if (note) row.append(element("span", { class: "viv-nb-entry-note" }, note));
      row.append(element("span", { class: "viv-file-size" }, this.#owner.size(entry.file.size)));
    }
    row.addEventListener("click", () => this.#press({ key: "Enter", target: row, preventDefault() {} }));
    item.append(row);
    if (this.#chosen === path) {
      const actions = element("div", { class: "viv-nb-entry-actions", role: "group", "aria-label": name });
      actions.append(...this.#owner.actions(entry));
      item.append(actions);
    }
    if (isFolder && isOpen) {
      const list = element("ul");
      list.append(...entry.children.map((child) => this.#item(child)));
      item.append(list);
    }
    return item;
  }

  #press(event) {
    const path = event.target.closest(".viv-nb-entry")?.dataset.path;
    const entry = this.#entries.get(path);
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.dataset.path === path);
    const to = (row) => row && this.focus(row.dataset.path);
    const does = {
      ArrowDown: () => to(rows[at + 1]),
      ArrowUp: () => to(rows[at - 1]),
      Home: () => to(rows[0]),
      End: () => to(rows.at(-1)),
      ArrowRight: () => (entry.isFolder && !this.#open.has(path) ? this.#turn(entry, true) : to(rows[at + 1])),
      ArrowLeft: () => (entry.isFolder && this.#open.has(path) ? this.#turn(entry, false) : this.focus(parentOf(path))),
      Enter: () => this.#turn(entry, !(entry.isFolder ? this.#open.has(path) : this.#chosen === path)),
      F2: () => this.#owner.rename(entry),
      Delete: () => this.#owner.remove(entry),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  /** Opens an entry and shows what can be done with it, or closes it. */
  #turn(entry, isOpen) {
    if (entry.isFolder && isOpen) this.#open.add(entry.path);
    else this.#open.delete(entry.path);
    this.#chosen = isOpen ? entry.path : undefined;
    this.focus(entry.path);
  }

  #rows() {
    return [...this.element.querySelectorAll(".viv-nb-entry")];
  }

  #row(path) {
    return this.#rows().find((row) => row.dataset.path === path);
  }
}

function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

function parentOf(path) {
  return path.slice(0, path.slice(0, -1).lastIndexOf("/") + 1);
}
