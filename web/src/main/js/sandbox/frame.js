// Runs in a frame that has no origin, and holds a worker with a kernel in it. Nothing but this script ever runs on the frame's own
// thread, which some browsers share with the page. What comes from the worker is a stranger's: it goes to the page in pieces of
// bounded size, each only when the page has taken the last one.
const BATCH_SIZE = 1 << 16; // Characters and bytes.
const BATCH_LENGTH = 200; // Messages.
const MOST_SIZE = 64 << 20; // Of what waits; a kernel's own messages never come near it.
const MOST_WAITING = 20_000;

const AFTER_START = 1000; // Milliseconds in which a page's first cells have run.

let held;
let next;

addEventListener("message", ({ source, data, ports: [port] }) => {
  if (source !== parent) return;
  if (data.hold) held = hold(data.hold);
  else if (data.begin) begin(held, port);
});
parent.postMessage("listening", "*");

/** Keeps what Python begins with, for one worker after the other. No worker is asked for anything: each could lie to the next. */
function hold({ script, files, module, ...others }) {
  const compiled = module && WebAssembly.compile(files[module]);
  compiled?.catch(() => {}); // Heard of when a worker begins.
  if (module) delete files[module];
  return { script: URL.createObjectURL(new Blob([script], { type: "text/javascript" })), begin: { files, ...others }, compiled };
}

/** Has the next worker read its script while the reader does something else: browsers remember what they made of a file, not of this. */
function prepare() {
  next ??= new Worker(held.script);
}

function begin({ begin, compiled }, port) {
  prepare();
  const worker = next;
  next = undefined;
  let isSilent = true;
  const queue = [];
  let size = 0;
  let isTaken = true;

  worker.onmessage = ({ data }) => {
    if (isSilent) setTimeout(prepare, AFTER_START);
    isSilent = false;
    const its = sizeOf(data);
    if (its < 0) return; // Nothing that a kernel says.
    queue.push(data);
    size += its;
    if (size > MOST_SIZE || queue.length > MOST_WAITING) stop();
    else send();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    port.postMessage({ broken: String(event.message).slice(0, 300) });
  };
  port.onmessage = ({ data }) => {
    if (data.taken) {
      isTaken = true;
      send();
    } else if (data.lives) {
      port.postMessage({ lives: true });
    } else if (data.end) {
      end();
    } else {
      given.then(() => worker.postMessage(data.message, data.transfer));
    }
  };
  const given = giveAll();
  given.catch(({ message }) => port.postMessage({ broken: message }));

  async function giveAll() {
    worker.postMessage({ begin });
    if (compiled) worker.postMessage({ module: await compiled });
  }

  function send() {
    if (!isTaken || queue.length === 0) return;
    let length = 0;
    for (let sum = 0; length < Math.min(queue.length, BATCH_LENGTH) && (length === 0 || sum < BATCH_SIZE); length++) sum += sizeOf(queue[length]);
    const said = queue.splice(0, length);
    for (const each of said) size -= sizeOf(each);
    isTaken = false;
    port.postMessage({ said });
  }

  function stop() {
    port.postMessage({ flooded: true });
    end();
  }

  function end() {
    worker.terminate();
    queue.length = 0;
    port.onmessage = null;
    worker.onmessage = null;
  }
}

/** The size of what a kernel may say: a text, or an object of texts and bytes. Negative for anything else. */
function sizeOf(said) {
  if (typeof said === "string") return said.length;
  if (!(said?.bytes instanceof Uint8Array) || typeof said.text !== "string") return -1;
  return said.text.length + said.bytes.length;
}
