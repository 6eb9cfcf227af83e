// The reader's own files, and those that cells write: listens for what concerns them. What shows them is loaded when it is needed.
import { config } from "./page-config.js";

const FILES = "Files"; // A kind of thing that is dragged.

/**
 * @param texts what the page says, by its keys
 * @param words what a notebook says besides; on such a page, what cells write is kept as well, and files have a panel
 * @returns `{toWorker}`, which makes files known to each worker with a kernel in it, and `panelIn(place, document)`,
 *     which has the files of a notebook shown in an element; `document` names the notebook if it is not the page's
 */
export function listenToFiles(texts, words) {
  const desk = new Desk(texts, words, config);
  const isLive = config.engine && !document.documentElement.classList.contains("viv-printing") && !new URLSearchParams(location.search).has("receiver");
  if (isLive) listen(desk);
  return { toWorker: (worker) => desk.begin(worker), panelIn: (place, document) => desk.panelIn(place, document) };
}

/** What the page knows of files, and its way to those of Python. */
class Desk {
  #workers = [];
  #panel;
  #button;
  #channel;

  constructor(texts, words, config) {
    this.texts = texts;
    this.words = words;
    /** Names the document in this browser, as for the reader's work. */
    this.document = config.site === undefined ? "" : `${new URL(config.site, document.baseURI).pathname} ${config.document}`;
    /** The author's files, as {path, url, size}. */
    this.authors = authorsOf(config);
    /** Those that came after the page, by their paths: {path, size, bytes}. */
    this.arrived = new Map();
    /** Files of the reader that the browser could not keep, by their paths: {path, size, bytes}. */
    this.unkept = new Map();
    /** What cells wrote, by its path: {path, size, bytes}, large ones without their bytes. */
    this.written = new Map();
    /** The folders below the one where cells begin, as Python has them, each with a final slash. */
    this.folders = [];
    /** Where a notebook shows its files. */
    this.place = undefined;
    this.isShelved = noted(this.#note());
  }

  #note() {
    return `vivarium-files ${this.document}`;
  }

  /** Whether the browser keeps files of this document: for the next visit, which looks for them only then. */
  setShelved(isShelved) {
    this.isShelved = isShelved;
    note(this.#note(), isShelved);
  }

  begin(worker) {
    const terminate = worker.terminate;
    worker.terminate = () => {
      this.#workers = this.#workers.filter((each) => each !== worker);
      terminate.call(worker);
    };
    this.#workers.push(worker);
    if (this.words && !this.place) worker.postMessage({ files: "wait" });
    else if (this.words || this.isShelved || this.unkept.size > 0) this.#begin(worker);
    return worker;
  }

  #begin(worker) {
    const [unkept, arrived] = [[...this.unkept.values()], [...this.arrived.values()]];
    worker.postMessage({ files: "begin", document: this.isShelved ? this.document : "", unkept, arrived });
  }

  get hasPython() {
    return this.#workers.length > 0;
  }

  /** Asks Python's folder; never resolved when Python ends before it answers. */
  ask(files, detail = {}) {
    const { port1, port2 } = new MessageChannel();
    // A second worker, which gets ready while another one is being stopped, takes its place only when that one has ended.
    this.#workers[0].postMessage({ files, ...detail, port: port2 }, [port2]);
    return new Promise((resolve, reject) => {
      port1.onmessage = ({ data }) => {
        port1.close();
        if ("error" in data) reject(new Error(data.error));
        else resolve(data.value);
      };
    });
  }

  /** Has the files of a notebook shown in an element. A Python that is starting gets them from now on: only now it is known whose they are. */
  panelIn(place, document) {
    this.place = place;
    if (document) this.document = document;
    this.isShelved = noted(this.#note());
    for (const worker of this.#workers) this.#begin(worker);
    if (typeof BroadcastChannel !== "undefined") {
      this.#channel = new BroadcastChannel("vivarium-files");
      this.#channel.onmessage = ({ data }) => data.document === this.document && this.#changedElsewhere(data.path);
    }
    return { toggle: () => this.panel().then((panel) => panel.toggle()) };
  }

  /** What is kept at a path is another now: other tabs with this notebook are told. */
  changed(path) {
    this.#channel?.postMessage({ document: this.document, path });
  }

  async #changedElsewhere(path) {
    this.isShelved = true;
    if (this.hasPython) this.#workers[0].postMessage({ files: "renew", document: this.document, path });
    const panel = await this.#panel;
    if (panel?.isOpen) await panel.draw();
  }

  /** What shows files. */
  panel() {
    this.#panel ??= (this.place ? import("./notebook-files.js") : import("./files.js")).then(({ panelOf }) => panelOf(this));
    this.#panel.catch(() => (this.#panel = undefined)); // Perhaps there is a network again next time.
    return this.#panel;
  }

  /** From now on, the page has a button that leads to its files. */
  showButton() {
    if (this.#button || this.words) return; // A notebook has one among its tools.
    this.#button = document.createElement("div");
    this.#button.className = "viv-files";
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.action = "files";
    button.setAttribute("aria-haspopup", "dialog");
    button.textContent = this.texts["files"];
    this.#button.append(button);
    this.#button.addEventListener("keydown", (event) => event.stopPropagation()); // Keys that press it turn no slide.
    const work = document.querySelector("body > .viv-work");
    if (work) work.before(this.#button);
    else document.body.append(this.#button);
  }

  /** Something has become of files: told to the page's scripts. */
  tell(place, detail) {
    place.dispatchEvent(new CustomEvent("viv:files", { bubbles: true, detail: { written: [], added: [], removed: [], ...detail } }));
  }
}

function listen(desk) {
  const isFile = document.querySelector("meta[name=viv-file]") !== null;
  const beside = isFile ? import("./opened-files.js").then(({ follow }) => follow(desk)) : undefined;
  if (desk.authors.length > 0 || desk.isShelved) desk.showButton();
  document.addEventListener("viv:done", async ({ target }) => {
    if (!desk.hasPython) return;
    const { written, removed, folders } = await desk.ask("news");
    const before = String(desk.folders);
    desk.folders = folders;
    for (const path of removed) desk.written.delete(path);
    for (const file of written) desk.written.set(file.path, file);
    if (desk.place && written.length + removed.length + (before === String(folders) ? 0 : 1) > 0) (await desk.panel()).keepNews(written, removed);
    if (written.length === 0) return;
    desk.showButton();
    desk.tell(target, { written: written.map(({ path }) => path) });
    (await desk.panel()).wrote(target, written);
  });
  document.addEventListener("viv:error", async ({ target, detail }) => {
    if (detail.name !== "FileNotFoundError") return;
    desk.showButton();
    const panel = await desk.panel();
    const path = panel.missed(target, detail.message);
    if (path && (await (await beside)?.(path))) panel.arrived(target, path);
  });
  document.addEventListener("viv:state", ({ target, detail }) => {
    if (["starting", "queued", "ready"].includes(detail.state)) target.querySelector(":scope > .viv-cell-files")?.remove();
  });
  document.addEventListener("click", async (event) => {
    if (event.defaultPrevented || !event.target.closest?.("[data-action=files]")) return;
    event.preventDefault();
    (await desk.panel()).open();
  });
  listenToDrops(desk);
}

/** Takes files that are dropped, on a cell before its editor does: that would write them into the code. */
function listenToDrops(desk) {
  const root = document.documentElement;
  const end = () => delete root.dataset.vivDrop;
  const over = (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes(FILES)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    root.dataset.vivDrop = desk.texts["drop-files"];
  };
  const drop = async (event) => {
    end();
    if (event.defaultPrevented || !event.dataTransfer?.types.includes(FILES)) return;
    event.preventDefault();
    const entries = entriesOf(event.dataTransfer); // Gone after this event.
    const cell = event.target.closest?.("viv-cell") ?? undefined;
    const folder = event.target.closest?.("[data-viv-folder]")?.dataset.vivFolder;
    (await desk.panel()).add(entries, cell, "", folder);
  };
  const inCells = (listener) => (event) => {
    if (!event.target.closest?.("viv-cell")) return;
    listener(event);
    if (event.defaultPrevented) event.stopPropagation();
  };
  for (const [kind, listener] of [["dragover", over], ["drop", drop]]) {
    addEventListener(kind, inCells(listener), true);
    addEventListener(kind, listener);
  }
  addEventListener("dragleave", (event) => !event.relatedTarget && end());
}

/** The author's files, as a page's configuration has them. */
export function authorsOf(config) {
  return (config.files?.files ?? []).map(([path, url, size]) => ({
    path: fromFolder(config.files.folder, path),
    url: new URL(config.site + url, document.baseURI).href,
    size,
  }));
}

/** A path below Python's home as code writes it in the folder where it begins. */
function fromFolder(folder, path) {
  const up = folder ? folder.split("/") : [];
  const parts = path.split("/");
  while (up.length > 0 && parts.length > 1 && up[0] === parts[0]) {
    up.shift();
    parts.shift();
  }
  return [...up.map(() => ".."), ...parts].join("/");
}

function entriesOf({ items, files }) {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry?.()).filter(Boolean);
  return entries.some((entry) => entry.isDirectory) ? entries : Array.from(files);
}

function noted(name) {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

function note(name, isThere) {
  try {
    if (isThere) localStorage.setItem(name, "");
    else localStorage.removeItem(name);
  } catch {
    // Then the browser keeps no files either.
  }
}
