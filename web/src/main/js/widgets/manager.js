// The models of widgets, each with the channel to its object in Python.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { bytes, text } from "./buffers.js";
import * as html from "./html.js";
import { cleanLine } from "../widget-cleaning.js";
import { missing } from "./missing.js";
import { name } from "./naming.js";
import { outputs } from "./outputs.js";

const CLOSE = "close";
const MESSAGE = "msg";
const OPEN = "open";
const TEX = /\$|\\[([]/;

export class Manager extends ManagerBase {
  #page;
  #modules;
  #texts;
  #comms = new Map();
  #waiting = new Map(); // What is called when Python is done with a message, by its number.
  #last = 0;
  _rendermime = { latexTypesetter: { typeset: (element) => this.#typeset(element) } }; // Where views look for it.

  constructor(page, texts) {
    super();
    this.#page = page;
    this.#texts = texts;
    this.#modules = {
      "@jupyter-widgets/base": base,
      "@jupyter-widgets/controls": { ...controls, ...html },
      "@jupyter-widgets/output": outputs(page),
    };
  }

  /** What Python says. */
  hear({ kind, comm: id, id: done, target, data, metadata, buffers = [], parent }) {
    if (kind === "done") {
      const callbacks = this.#waiting.get(done);
      this.#waiting.delete(done);
      callbacks?.iopub?.status?.({ content: { execution_state: "idle" } });
      return;
    }
    const message = { content: { comm_id: id, data }, metadata, buffers: buffers.map(bytes), parent_header: { msg_id: parent } };
    if (kind === OPEN) {
      if (target !== this.comm_target_name) return;
      this.handle_comm_open(this.#comm(id, target), message).catch(console.error);
    } else if (kind === MESSAGE) {
      this.#comms.get(id)?.hear(message);
    } else {
      const comm = this.#comms.get(id);
      this.#comms.delete(id);
      comm?.closed(message);
    }
  }

  disconnect() {
    super.disconnect();
    this.#page = { tell() {}, typeset() {} };
  }

  #comm(id, target) {
    const send = (kind, data, callbacks, metadata, buffers) => this.#send({ kind, comm: id, target, data, metadata, buffers }, callbacks);
    const comm = new Comm(id, target, send, () => this.#comms.delete(id));
    this.#comms.set(id, comm);
    return comm;
  }

  #send({ buffers = [], ...message }, callbacks) {
    const id = String(++this.#last);
    if (callbacks) this.#waiting.set(id, callbacks);
    this.#page.tell(JSON.stringify({ ...message, id, buffers: buffers.map(text) }));
    return id;
  }

  /** Sets the formulas in an element. */
  #typeset(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) if (TEX.test(texts.currentNode.data)) found.push(texts.currentNode);
    for (const node of found) {
      const span = document.createElement("span");
      span.className = "viv-widget-math";
      span.textContent = node.data;
      node.replaceWith(span);
      this.#page.typeset(span, node.data);
    }
  }

  async _create_comm(target, id, data, metadata, buffers) {
    const comm = this.#comm(id, target);
    comm.open(data, undefined, metadata, buffers);
    return comm;
  }

  async _get_comm_info() {
    return {};
  }

  async loadClass(wanted, module) {
    return this.#modules[module]?.[wanted] ?? missing(wanted, this.#texts["widget-missing"].replace("{0}", module));
  }

  async create_view(model, options) {
    const view = await super.create_view(model, options);
    if (view.el) name(view);
    return view;
  }

  inline_sanitize(source) {
    return cleanLine(source);
  }
}

/** A channel. What is said before somebody listens is kept: models are made in steps. */
class Comm {
  #send;
  #forget;
  #hear;
  #close;
  #said = [];

  constructor(id, target, send, forget) {
    this.comm_id = id;
    this.target_name = target;
    this.#send = send;
    this.#forget = forget;
  }
  open(...said) {
    return this.#send(OPEN, ...said);
  }
  send(...said) {
    return this.#send(MESSAGE, ...said);
  }
  close(...said) {
    this.#forget();
    return this.#send(CLOSE, ...said);
  }
  on_msg(listener) {
    this.#hear = listener;
    this.#said.splice(0).forEach(listener);
  }
  on_close(listener) {
    this.#close = listener;
  }
  hear(message) {
    if (this.#hear) this.#hear(message);
    else this.#said.push(message);
  }
  closed(message) {
    this.#close?.(message);
  }
}
