// The frame of a page's sandbox, which stays when a worker in it is ended: the next one begins with what is there.
import { beside } from "../addresses.js";
import { bootFiles } from "./boot.js";
import { openFrame } from "./opening.js";

const MEMORY = 1 << 30; // Bytes that Python may use.

let current;
let loader;

/** The frame for one more worker, which leaves it in the end. */
export function enterFrame() {
  current ??= new SharedFrame();
  current.enter();
  return current;
}

class SharedFrame {
  #element = document.createElement("iframe");
  #opened = openFrame(this.#element, beside("sandbox.html"));
  #workers = 0;
  #wanted;
  #held;

  constructor() {
    this.#opened.catch(() => {}); // Heard of when Python's files are there.
  }

  enter() {
    this.#workers++;
  }

  leave() {
    if (--this.#workers === 0 && current !== this) this.#element.remove();
  }

  /** Nobody enters any more: the frame may be broken. */
  close() {
    if (current === this) current = undefined;
  }

  /**
   * Begins a worker.
   *
   * @param boot the page's first message to the kernel
   * @param port for what the worker says and hears
   * @returns the message as the kernel should have it
   */
  async begin(boot, port) {
    const wanted = `${boot.engine} ${boot.image}`;
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#held = this.#hold(boot);
    }
    const { image } = await this.#held;
    this.#element.contentWindow?.postMessage({ begin: true }, "*", [port]);
    return { ...boot, image };
  }

  /** Hands in what Python begins with. */
  async #hold(boot) {
    loader ??= startLoader();
    const [{ image, files, module }, script] = await Promise.all([bootFiles(loader, boot), scriptOfWorker(), this.#opened]);
    const hold = { script, files, module, scripts: beside(""), memory: MEMORY };
    this.#element.contentWindow?.postMessage({ hold }, "*", Object.values(files).map(({ buffer }) => buffer));
    return { image };
  }
}

function startLoader() {
  const started = new Worker(beside("sandbox-loader.js"), { type: "module" });
  started.addEventListener("error", () => (loader = undefined));
  return started;
}

/** The script of the worker. */
async function scriptOfWorker() {
  const answer = await fetch(beside("sandbox-worker.js"));
  if (!answer.ok) throw new Error(`sandbox-worker.js answered ${answer.status}`);
  return answer.text();
}
