// A packed script: its page asks for what the script wants to know, and runs it from the beginning each time.
import { cells, kernel } from "../vivarium.js";
import { textsOfPage } from "../texts.js";

const MODULE = `__import__("vivarium.scripts").scripts`;
const LINE = "rest"; // The field for arguments that no form can ask for.

const main = document.querySelector("main[data-viv-script]");
const name = main.dataset.vivScript;
const cell = cells.get(main.querySelector("viv-cell").id);
const texts = await textsOfPage();
const form = element("form", { class: "viv-script-form", novalidate: "" }); // What it asks for is looked up before it is validated.
let described; // The code that the form asks for.
let isReady = false; // Whether the next run is one of a script with its arguments.

start();

function start() {
  const run = element("button", { type: "submit", class: "viv-script-run" }, texts["run"]);
  const stop = element("button", { type: "button", class: "viv-script-stop", hidden: "" }, texts["stop"]);
  const files = element("button", { type: "button", "data-action": "files" }, texts["files"]);
  const code = element("button", { type: "button", "aria-expanded": "false", "aria-controls": cell.id }, texts["script-code"]);
  const bar = element("div", { class: "viv-script-bar" }, run, stop, files, code);
  const fields = element("fieldset", { class: "viv-script-fields", hidden: "" });
  form.append(fields, bar);
  cell.before(form);
  stop.addEventListener("click", () => cell.stop());
  code.addEventListener("click", () => {
    const isOpen = cell.toggleAttribute("data-viv-open");
    code.setAttribute("aria-expanded", String(isOpen));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    cell.run();
  });
  cell.addEventListener("viv:run", (event) => {
    if (isReady) return;
    event.preventDefault();
    begin();
  });
  cell.addEventListener("viv:state", ({ detail }) => {
    const isBusy = ["starting", "queued", "running", "input"].includes(detail.state);
    stop.hidden = !isBusy;
    run.hidden = isBusy;
  });
  kernel.start();
  describe();
}

/** Runs the script with what the form says. */
async function begin() {
  await describe();
  if (!form.reportValidity()) return;
  await told(`begin(${python(name)}, ${python(await argumentsOf(new FormData(form)))})`);
  isReady = true;
  try {
    await cell.run();
  } finally {
    isReady = false;
  }
}

/** Shows a form for what the code wants to know, unless it is there. */
async function describe() {
  const { code } = cell;
  if (code === described) return;
  const [result] = await told(`describe(${python(code)})`);
  const { arguments: wanted, rest } = JSON.parse(result);
  described = code;
  const fields = form.querySelector("fieldset");
  const rows = wanted.map(row);
  if (rest) rows.push(labelled({ name: texts["script-arguments"], help: "" }, element("input", { name: LINE, autocomplete: "off", spellcheck: "false" })));
  const kept = new FormData(form);
  fields.replaceChildren(...rows);
  for (const [key, value] of kept) if (form.elements[key]?.type !== "checkbox" && form.elements[key]) form.elements[key].value = value;
  fields.hidden = rows.length === 0;
  fields.wanted = wanted;
}

function row(argument) {
  const { flags, choices, number, switch: isSwitch } = argument;
  const common = { name: flags, ...(argument.required ? { required: "" } : {}) };
  let field;
  if (isSwitch) {
    field = element("input", { type: "checkbox", name: flags });
  } else if (choices.length > 0 && !argument.many) {
    const none = argument.required || argument.default ? [] : [element("option", { value: "" }, "")];
    field = element("select", common, ...none, ...choices.map((each) => element("option", { value: each }, each)));
    if (argument.default) field.value = argument.default;
  } else {
    const isNumber = number && !argument.many;
    const step = number === "int" ? "1" : "any";
    field = element("input", { ...common, autocomplete: "off", spellcheck: "false", ...(isNumber ? { type: "number", step } : {}) });
    field.placeholder = argument.default;
  }
  return labelled(argument, field);
}

function labelled({ name, help, required }, field) {
  const title = element("span", { class: "viv-script-name" }, name);
  if (required) title.append(element("span", { "aria-hidden": "true" }, " *"));
  const said = help ? [element("span", { class: "viv-script-help" }, help)] : [];
  return element("label", { "data-type": field.type }, title, field, ...said);
}

/** What stands behind the script's name on a command line. */
async function argumentsOf(values) {
  const options = [];
  const positionals = [];
  for (const { flags, positional, switch: isSwitch, many } of form.querySelector("fieldset").wanted ?? []) {
    const value = String(values.get(flags) ?? "");
    if (isSwitch) {
      if (values.has(flags)) options.push(flags);
    } else if (value !== "") {
      const parts = many ? await split(value) : [value];
      if (positional) positionals.push(...parts);
      else if (many) options.push(flags, ...parts);
      else options.push(flags.startsWith("--") ? `${flags}=${value}` : flags + value);
    }
  }
  const rest = String(values.get(LINE) ?? "").trim();
  const dashed = positionals.some((each) => each.startsWith("-")) || options.length > 0;
  return [...options, ...(dashed && positionals.length > 0 ? ["--"] : []), ...positionals, ...(rest ? await split(rest) : [])];
}

async function split(line) {
  return JSON.parse((await told(`split(${python(line)})`))[0]);
}

/** Calls a function of Python's side; the strings that it returns. */
async function told(call) {
  const { status, outputs } = await kernel.run(`print(${MODULE}.${call})`);
  if (status !== "done") throw new Error(`${call.slice(0, 20)} was ${status}`);
  return outputs.filter((output) => output.output_type === "stream").map((output) => output.text);
}

/** A string, or a list of them, as Python writes it: as JSON does. */
function python(value) {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
