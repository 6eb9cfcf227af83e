// A packed script: its page asks for what the script wants to know, and runs it from the beginning each time.
import { cells, kernel } from "../vivarium.js";
import { textsOfPage } from "../texts.js";

const MODULE = `__import__("vivarium.scripts").scripts`;
const LINE = " rest"; // The field for arguments that no form can ask for.
const COMMAND = " command"; // The field for the one that is chosen.

const main = document.querySelector("main[data-viv-script]");
const name = main.dataset.vivScript;
const cell = cells.get(main.querySelector("viv-cell").id);
const texts = await textsOfPage();
const form = main.querySelector(".viv-script-form");
const fields = form.querySelector(".viv-script-fields");
const author = JSON.parse(document.getElementById("viv-script-asked").textContent); // `code`, and what it asks for.
let described = author.asked && author.code.trimEnd(); // The code that the form asks for.
let asked = author.asked ?? { arguments: [], commands: [] };
let isReady = false; // Whether the next run is one of a script with its arguments.

start();

function start() {
  const [run, stop, files, code] = form.querySelectorAll(".viv-script-bar button");
  stop.addEventListener("click", () => cell.stop());
  code.addEventListener("click", () => {
    const isOpen = cell.toggleAttribute("data-viv-open");
    code.setAttribute("aria-expanded", String(isOpen));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    cell.run();
  });
  form.addEventListener("change", showCommand);
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
  for (const button of [run, stop, files, code]) button.disabled = false;
  showCommand();
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

/** Shows a form for what the code wants to know, unless it is there. The build shows the first one: ScriptForm.java. */
async function describe() {
  const code = cell.code.trimEnd();
  if (code === described) return;
  const [result] = await told(`describe(${python(code)})`);
  asked = JSON.parse(result);
  described = code;
  const rows = asked.arguments.map((each) => row(each));
  if (asked.commands.length > 0) rows.push(choice(asked), ...asked.commands.map(command));
  if (asked.rest) rows.push(labelled({ name: texts["script-arguments"], help: "" }, element("input", { name: LINE, autocomplete: "off", spellcheck: "false" })));
  const kept = new FormData(form);
  fields.replaceChildren(...rows);
  for (const [key, value] of kept) if (form.elements[key]?.type !== "checkbox" && form.elements[key]) form.elements[key].value = value;
  fields.hidden = rows.length === 0;
  showCommand();
}

function row(argument, before = "") {
  const { flags, choices, number, switch: isSwitch, default: usual } = argument;
  const common = { name: before + flags, ...(argument.required ? { required: "" } : {}) };
  const typed = { autocomplete: "off", spellcheck: "false" };
  if (isSwitch) {
    return labelled(argument, element("input", { type: "checkbox", name: before + flags, ...(usual === "on" ? { checked: "" } : {}) }));
  }
  if (choices.length > 0 && !argument.many) {
    const none = argument.required || usual ? [] : [element("option", { value: "" }, "")];
    return labelled(argument, element("select", common, ...none, ...choices.map((each) => option(each, each === usual))));
  }
  const isNumber = number && !argument.many && !argument.repeated;
  const step = number === "int" ? "1" : "any";
  const field = element("input", { ...common, ...typed, ...(isNumber ? { type: "number", step } : {}), ...(usual ? { placeholder: usual } : {}) });
  return labelled(argument, field);
}

/** Which command is to run. */
function choice({ commands, must_choose: mustChoose }) {
  const none = mustChoose ? [] : [option("", false)];
  const options = commands.map(({ name }, i) => option(name, i === 0));
  return labelled({ name: texts["script-command"], help: "" }, element("select", { name: COMMAND }, ...none, ...options));
}

/** What a command asks for. */
function command({ name, help, arguments: wanted }) {
  const said = help ? [element("p", { class: "viv-script-help" }, help)] : [];
  return element("fieldset", { class: "viv-script-command", "data-command": name }, ...said, ...wanted.map((each) => row(each, `${name} `)));
}

/** Of the commands, only the one that is chosen asks for anything. */
function showCommand() {
  const chosen = form.elements[COMMAND]?.value;
  for (const each of fields.querySelectorAll("[data-command]")) each.hidden = each.disabled = each.dataset.command !== chosen;
}

function option(value, isSelected) {
  return element("option", { value, ...(isSelected ? { selected: "" } : {}) }, value);
}

function labelled({ name, help, required }, field) {
  const title = element("span", { class: "viv-script-name" }, name);
  if (required) title.append(element("span", { "aria-hidden": "true" }, " *"));
  const said = help ? [element("span", { class: "viv-script-help" }, help)] : [];
  return element("label", { "data-type": field.type }, title, field, ...said);
}

/** What stands behind the script's name on a command line. */
async function argumentsOf(values) {
  const line = await written(asked.arguments, "", values);
  const chosen = values.get(COMMAND);
  const command = asked.commands.find(({ name }) => name === chosen);
  if (command) line.push(command.name, ...(await written(command.arguments, `${command.name} `, values)));
  const rest = String(values.get(LINE) ?? "").trim();
  return [...line, ...(rest ? await split(rest) : [])];
}

/** Some arguments, as they stand on a command line. */
async function written(wanted, before, values) {
  const options = [];
  const positionals = [];
  for (const { flags, off, positional, switch: isSwitch, many, repeated, default: usual } of wanted) {
    const value = String(values.get(before + flags) ?? "");
    if (isSwitch) {
      if (values.has(before + flags)) options.push(...(usual === "on" ? [] : [flags]));
      else if (usual === "on") options.push(off);
    } else if (value !== "") {
      const parts = many || repeated ? await split(value) : [value];
      const one = (part) => (flags.startsWith("--") ? `${flags}=${part}` : flags + part);
      if (positional) positionals.push(...parts);
      else if (many) options.push(flags, ...parts);
      else options.push(...parts.map(one));
    }
  }
  const isDashed = positionals.some((each) => each.startsWith("-")) || options.length > 0;
  return [...options, ...(isDashed && positionals.length > 0 ? ["--"] : []), ...positionals];
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
