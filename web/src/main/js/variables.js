// A table of the variables that cells have bound.
import { beside } from "./addresses.js";

/**
 * A panel that shows the variables, for who puts it into a page.
 *
 * @param ask promises what Python knows, as `kernel.variables()` does; null while Python is busy or off
 * @param texts what the page says, by its keys
 * @returns its element, and `refresh()`, which looks anew
 */
export function variablesPanel({ ask, texts }) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = beside("variables.css");
  if (!document.querySelector(`link[href="${link.href}"]`)) document.head.append(link);
  return new VariablesPanel(ask, texts);
}

class VariablesPanel {
  element = element("section", { class: "viv-variables", "aria-label": "" });
  #ask;
  #texts;
  #body = element("tbody");
  #said = element("p", { class: "viv-variables-said", role: "status" });
  #table;
  #looks = 0;

  constructor(ask, texts) {
    this.#ask = ask;
    this.#texts = texts;
    this.element.setAttribute("aria-label", texts["variables"]);
    const titles = [texts["variable-name"], texts["variable-type"], texts["variable-size"], texts["variable-value"]];
    const head = element("tr", {}, ...titles.map((title) => element("th", { scope: "col" }, title)));
    this.#table = element("table", {}, element("thead", {}, head), this.#body);
    // Who scrolls with keys has to be able to come to it.
    const scrolled = element("div", { class: "viv-variables-table", tabindex: "0", role: "group", "aria-label": texts["variables"] }, this.#table);
    this.element.append(scrolled, this.#said);
    this.#table.hidden = true;
  }

  async refresh() {
    const look = ++this.#looks;
    const answer = await this.#ask();
    if (look !== this.#looks) return;
    if (!answer) {
      this.#said.textContent = this.#texts["variables-unknown"];
      return;
    }
    const { variables, more } = answer;
    this.#body.replaceChildren(...variables.map(row));
    this.#table.hidden = !variables.length;
    this.#said.textContent = variables.length ? (more ? this.#texts["more-items"].replace("{0}", more) : "") : this.#texts["no-variables"];
  }
}

function row({ name, type, shape, size, value }) {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    element("td", {}, type),
    element("td", {}, [shape, bytes(size)].filter(Boolean).join(" · ")),
    element("td", { title: value }, value),
  );
}

function bytes(size) {
  if (size === null || size === undefined) return "";
  const units = ["B", "kB", "MB", "GB"];
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 && unit ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
