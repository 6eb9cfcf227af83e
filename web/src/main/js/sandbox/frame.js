// Runs in a frame that has no origin, and holds a worker with a kernel in it. Nothing but this script ever runs on the frame's own
// thread, which some browsers share with the page. What comes from the worker is a stranger's: it goes to the page in pieces of
// bounded size, each only when the page has taken the last one.
const BATCH_SIZE = 1 << 16; // Characters and bytes.
const BATCH_LENGTH = 200; // Messages.
const MOST_SIZE = 64 << 20; // Of what waits; a kernel's own messages never come near it.
const MOST_WAITING = 20_000;

addEventListener("message", begin);
parent.postMessage("listening", "*");

function begin({ source, data, ports: [port] }) {
  if (source !== parent || !port) return;
  removeEventListener("message", begin);
  const { script, ...given } = data;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const queue = [];
  let size = 0;
  let isTaken = true;

  worker.onmessage = ({ data }) => {
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
    } else {
      worker.postMessage(data.message, data.transfer);
    }
  };
  worker.postMessage({ begin: given }, Object.values(given.files).map((bytes) => bytes.buffer));

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
    worker.terminate();
    queue.length = 0;
    port.postMessage({ flooded: true });
  }
}

/** The size of what a kernel may say: a text, or an object of texts and bytes. Negative for anything else. */
function sizeOf(said) {
  if (typeof said === "string") return said.length;
  if (!(said?.bytes instanceof Uint8Array) || typeof said.text !== "string") return -1;
  return said.text.length + said.bytes.length;
}
