// Shows the files of a page in a dialog: those that its cells wrote, for download, and the reader's own, which are added here.
import { element, Files } from "./page-files.js";

export { element, Files, hasRoom, inTime } from "./page-files.js";

export function panelOf(desk) {
  return new FilesDialog(desk);
}

/** A dialog with a list of the reader's files, one of those that code wrote, and one of the author's. */
class FilesDialog extends Files {
  #dialog = element("dialog", { class: "viv-dialog viv-files-dialog" });
  #lists = element("div");

  constructor(desk) {
    super(desk);
    this.#dialog.setAttribute("aria-label", this.text("files"));
    this.#dialog.addEventListener("keydown", (event) => event.stopPropagation()); // They turn no slide.
    this.#dialog.addEventListener("close", () => this.cancel());
    const close = this.button("close", "×", () => this.#dialog.close());
    close.setAttribute("aria-label", this.text("close"));
    this.#dialog.append(element("h2", {}, this.text("files")), close, this.said, this.question, this.#lists);
  }

  get isOpen() {
    return this.#dialog.open;
  }

  async show() {
    const wasOpen = this.isOpen;
    await this.draw();
    if (!this.#dialog.isConnected) document.body.append(this.#dialog);
    if (!wasOpen && !this.isOpen) this.#dialog.showModal(); // A reader may have closed it meanwhile.
  }

  async #remove(path) {
    await this.remove(path);
    this.said.textContent = this.text("file-removed", path);
    await this.draw();
    this.#dialog.querySelector("[data-action=add-files]").focus();
  }

  async draw() {
    const readers = await this.readers();
    const lasting = readers.length > 0 ? await this.lasting() : "";
    const isReaders = (path) => readers.some((each) => each.path === path);
    const written = [...this.desk.written.values()].filter(({ path }) => !isReaders(path));
    const authors = this.desk.authors.filter(({ path }) => !isReaders(path) && !this.desk.written.has(path));
    const actions = element("div", { class: "viv-actions" });
    actions.append(this.button("add-files", this.text("add-files"), () => this.choose((files) => this.add(files))));
    if (readers.length + written.length + authors.length > 1) {
      actions.append(this.button("download-all", this.text("download-all"), () => this.downloadAll()));
    }
    const focused = this.#lists.contains(document.activeElement) ? document.activeElement.dataset.action : undefined;
    this.#lists.replaceChildren(
      element("p", {}, this.text("files-hint")),
      element("p", {}, lasting),
      ...this.#list(this.text("your-files"), readers, ({ path, size }) => [
        this.button("download-file", this.text("download"), async () => this.download({ path, size, bytes: await this.bytesOf(path) })),
        this.button("remove-file", this.text("remove-file"), () => this.#remove(path)),
      ]),
      ...this.#list(this.text("written-files"), written, (file) => [this.button("download-file", this.text("download"), () => this.download(file))]),
      ...this.#list(this.text("page-files"), authors, (file) => [
        this.button("download-file", this.text("download"), () => this.download(file)),
      ]),
      actions,
    );
    if (focused) (this.#lists.querySelector(`[data-action=${focused}]`) ?? actions.firstChild).focus();
  }

  #list(title, files, buttons) {
    if (files.length === 0) return [];
    const list = element("ul", { class: "viv-file-list" });
    for (const file of files) {
      const item = element("li");
      const name = element("span", { class: "viv-file-name" }, file.path);
      item.append(name, element("span", { class: "viv-file-size" }, this.size(file.size)));
      for (const button of buttons(file)) {
        button.setAttribute("aria-label", `${button.textContent}: ${file.path}`);
        item.append(button);
      }
      list.append(item);
    }
    return [element("h3", {}, title), list];
  }
}
