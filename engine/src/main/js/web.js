// The classes of the web that Python's JavaScript side uses, made in this realm. What the realm outside lends is called
// with strings, numbers and views of this realm's memory alone, and what it throws does not come in.

export function webClasses(lent) {
  const inside = (Type, action) => {
    try {
      return action();
    } catch (error) {
      throw new Type(String(error?.message));
    }
  };
  const view = (source) =>
    ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);

  class TextDecoder {
    #fatal;
    #ignoreBOM;
    constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
      this.encoding = String(label).trim().toLowerCase();
      this.#fatal = Boolean(fatal);
      this.#ignoreBOM = Boolean(ignoreBOM);
      this.decode(new Uint8Array(0));
    }
    decode(source = new Uint8Array(0)) {
      // What belongs to the realm outside never sees options that belong to this one.
      return inside(TypeError, () => lent.decode(this.encoding, this.#fatal, this.#ignoreBOM, view(source)));
    }
  }

  class TextEncoder {
    get encoding() {
      return "utf-8";
    }
    encode(text = "") {
      const bytes = new Uint8Array(inside(RangeError, () => lent.byteLength(String(text))));
      this.encodeInto(text, bytes);
      return bytes;
    }
    encodeInto(text, bytes) {
      const written = inside(TypeError, () => lent.encodeInto(String(text), bytes));
      return { read: String(text).length, written };
    }
  }

  class URL {
    constructor(url, base) {
      const text = inside(TypeError, () => lent.parseUrl(String(url), base === undefined ? undefined : String(base)));
      Object.assign(this, JSON.parse(text));
    }
    toString() {
      return this.href;
    }
    toJSON() {
      return this.href;
    }
  }

  class AbortSignal {
    aborted = false;
    reason = undefined;
    #listeners = [];
    addEventListener(type, listener) {
      if (type === "abort") this.#listeners.push(listener);
    }
    removeEventListener(type, listener) {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    }
    throwIfAborted() {
      if (this.aborted) throw this.reason;
    }
    static #abort(signal, reason) {
      if (signal.aborted) return;
      signal.aborted = true;
      signal.reason = reason ?? new DOMException("signal is aborted without reason", "AbortError");
      for (const listener of signal.#listeners) listener({ type: "abort", target: signal });
    }
    static any(signals) {
      const signal = new AbortSignal();
      for (const other of signals) {
        if (other.aborted) AbortSignal.#abort(signal, other.reason);
        else other.addEventListener("abort", () => AbortSignal.#abort(signal, other.reason));
      }
      return signal;
    }
    static abort(reason) {
      const signal = new AbortSignal();
      AbortSignal.#abort(signal, reason);
      return signal;
    }
    static timeout(milliseconds) {
      const controller = new AbortController();
      globalThis.setTimeout(() => controller.abort(new DOMException("signal timed out", "TimeoutError")), milliseconds);
      return controller.signal;
    }
    static controller() {
      const signal = new AbortSignal();
      return { signal, abort: (reason) => AbortSignal.#abort(signal, reason) };
    }
  }

  class AbortController {
    #control = AbortSignal.controller();
    get signal() {
      return this.#control.signal;
    }
    abort(reason) {
      this.#control.abort(reason);
    }
  }

  class DOMException extends Error {
    constructor(message = "", name = "Error") {
      super(message);
      this.name = name;
    }
  }

  return { TextDecoder, TextEncoder, URL, AbortSignal, AbortController, DOMException };
}
