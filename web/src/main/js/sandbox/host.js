// The page's side of a kernel that runs code which did not come with the site: in a worker, in a frame without an origin, without
// a network. What it needs is loaded here, compared with what the site was built with, and handed in as bytes. What comes back
// is a stranger's, whatever it says.
import { contentOfShelf, contentsOfShelf } from "../file-shelf.js";
import { fileAnswer } from "./answers.js";
import { Broker } from "./broker.js";
import { enterFrame } from "./shared-frame.js";

const MOST_SAID = 32 << 20; // Characters of one message.
const PATIENCE = 15_000; // Milliseconds in which a kernel that is up begins a run.
const READY = '{"type":"ready"';
const RUN = '{"type":"run"';
const PULSE = 4000; // Milliseconds between two questions to the frame, which nothing keeps from answering.
const MOST_SILENT = 3;

/** A kernel that stands for a worker; `config` is the page's. */
export function startSandboxed(config) {
  return new SandboxedWorker(config);
}

class SandboxedWorker extends EventTarget {
  #config;
  #frame = enterFrame();
  #port;
  #messages = [];
  #asked = new Map();
  #lastAsk = 0;
  #broker;
  #isUp = false;
  #silence;
  #pulse;
  #unanswered = 0;
  #isEnded = false;

  constructor(config) {
    super();
    this.#config = config;
  }

  /** As of a worker. The first text says where Python's files are. */
  postMessage(message, transfer = []) {
    if (this.#isEnded) return;
    if (!this.#broker && typeof message === "string") {
      this.#begin(message).catch(({ message: reason }) => this.#fail(reason));
    } else if (message.document && ["begin", "renew"].includes(message.files)) {
      this.#sendKept(message).catch((error) => console.warn("Files that the reader has added could not be read.", error));
    } else if (message.port) {
      this.#ask(message);
    } else {
      if (typeof message === "string" && message.startsWith(RUN)) this.#listenForLife();
      this.#send({ message, transfer });
    }
  }

  terminate() {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#silence);
    clearInterval(this.#pulse);
    this.#port?.postMessage({ end: true });
    this.#port?.close();
    this.#frame.leave();
  }

  async #begin(text) {
    const asked = JSON.parse(text);
    this.#broker = new Broker(asked, this.#config.network ?? []);
    const { port1, port2 } = new MessageChannel();
    const boot = await this.#frame.begin(asked, port2);
    if (this.#isEnded) return port1.postMessage({ end: true });
    port1.onmessage = ({ data }) => this.#hear(data);
    this.#port = port1;
    this.#pulse = setInterval(() => this.#feelPulse(), PULSE);
    this.#messages.unshift({ message: JSON.stringify(boot), transfer: [] });
    for (const each of this.#messages.splice(0)) this.#send(each);
  }

  #send(given) {
    if (this.#port) this.#port.postMessage(given, given.transfer);
    else this.#messages.push(given);
  }

  /** Files that the browser keeps for the reader: the sandbox has no storage. */
  async #sendKept({ document, ...message }) {
    if (message.files === "begin") {
      this.#send({ message: { files: "wait" }, transfer: [] });
      const kept = await contentsOfShelf(document).catch(() => []);
      this.#send({ message: { ...message, document: "", unkept: [...kept, ...message.unkept] }, transfer: [] });
    } else {
      const bytes = await contentOfShelf(document, message.path);
      this.#send({ message: { files: bytes ? "put" : "remove", path: message.path, bytes }, transfer: [] });
    }
  }

  /** What the page asks of the kernel's files: its way to an answer is not given away. */
  #ask({ port, ...message }) {
    const ask = ++this.#lastAsk;
    this.#asked.set(ask, { port, kind: message.files });
    this.#send({ message: { ...message, ask }, transfer: [] });
  }

  #hear({ said, flooded, broken, lives }) {
    this.#unanswered = 0;
    if (lives) return;
    clearTimeout(this.#silence);
    if (flooded) this.#died("This code sent the page more messages than it can take.");
    else if (broken !== undefined) this.#fail(broken);
    else {
      for (const each of said) this.#take(each);
      setTimeout(() => this.#isEnded || this.#port.postMessage({ taken: true })); // After the page has done something else.
    }
  }

  #take(said) {
    if (this.#isEnded) return;
    if (typeof said === "string") {
      if (said.startsWith(READY)) this.#isUp = true;
      if (said.length <= MOST_SAID) this.#tell("message", { data: said });
      else this.#died("This code sent the page a message that is too long.");
    } else {
      this.#takeRequest(said);
    }
  }

  /** A text that is JSON, and bytes: an answer to what the page has asked, or what Python wants to load. */
  async #takeRequest({ text, bytes }) {
    const request = parsed(text);
    if (Number.isInteger(request?.ask) && this.#asked.has(request.ask)) {
      const { port, kind } = this.#asked.get(request.ask);
      this.#asked.delete(request.ask);
      port.postMessage(fileAnswer(kind, request, bytes));
    } else if (Number.isInteger(request?.fetch)) {
      const { fetch, ...wanted } = request;
      const answer = await this.#broker.answer(wanted, bytes);
      if (!this.#isEnded) this.#send({ message: { fetched: fetch, ...answer }, transfer: answer.bytes ? [answer.bytes.buffer] : [] });
    }
  }

  /** The browser may end the process of the frame, and says so to nobody. */
  #feelPulse() {
    if (this.#unanswered++ < MOST_SILENT) this.#port.postMessage({ lives: true });
    else this.#died("The browser has ended the process that Python ran in.");
  }

  #listenForLife() {
    clearTimeout(this.#silence);
    if (this.#isUp) this.#silence = setTimeout(() => this.#died("Python does not answer any more."), PATIENCE);
  }

  #died(reason) {
    this.#frame.close();
    this.#tell("message", { data: JSON.stringify({ type: "died", reason }) });
    this.terminate();
  }

  #fail(reason) {
    console.warn(`Python could not be started where code of others runs: ${reason}`);
    this.#frame.close();
    this.dispatchEvent(new ErrorEvent("error", { message: reason }));
    this.terminate();
  }

  #tell(type, detail) {
    this.dispatchEvent(new MessageEvent(type, detail));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
