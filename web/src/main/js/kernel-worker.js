import { filesFor } from "../../../../kernel/src/main/js/files.js";
import { start } from "../../../../kernel/target/classes/vivarium/kernel/kernel.js";
import { beside, imported } from "./addresses.js";
import { answersFor } from "./answers.js";
import { keep } from "./loading.js";
import { startPython } from "./starting.js";
import { workingFolder } from "./working-folder.js";

const AFTER_START = 1000; // Milliseconds in which a page's first cells have run.

// A page that knows in its first moments what it needs says so in the URL: its first message comes later.
const wanted = new URLSearchParams(location.hash.slice(1));
const early = wanted.has("engine") ? begin(wanted.get("engine"), wanted.get("image")) : undefined;
early?.catch(() => {}); // Heard of when the page asks.

// What an earlier worker of the page has loaded, handed on by the page before it says anything else.
let given;
let answers;
const folder = workingFolder();
addEventListener("message", ({ data }) => {
  if (data.files) folder.hear(data);
  else if (typeof data !== "string") given = data;
  answers?.interrupts?.fill(0); // Python does not compute: what waits is stopped by the message.
});

start(starter);

async function starter(engine, image, files) {
  const place = filesFor(files);
  answers = answersFor(wanted.get("answers")); // The page listens now.
  const started = await (early ?? begin(engine, image, given));
  await place(started.pyodide);
  await folder.open(started.pyodide);
  if (answers.interrupts) started.pyodide.setInterruptBuffer(answers.interrupts);
  if (started.isRestored && started.files.length > 0) setTimeout(() => handOn(started), AFTER_START);
  return { ...started, installer: () => imported(beside("installer.js")) };
}

function begin(engine, image, given) {
  return startPython(engine, image, given, (isRestoring) => void (starter.isRestoring = isRestoring));
}

/** Lets the next start be quick: in a later visit, or when this worker is stopped. */
async function handOn({ module, files }) {
  const isKept = await keep(files);
  const [, image] = files.at(-1);
  postMessage(isKept ? { module } : { module, image: await image });
}
