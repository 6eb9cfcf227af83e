// One line that a reader types into a terminal: with a caret, a history and what is pasted.

const MOST_REMEMBERED = 500;
const END_OF_INPUT = "\x04";
const STOP = "\x03";
const KEYS = {
  "\x1b[D": (line) => line.move(-1),
  "\x1b[C": (line) => line.move(1),
  "\x1b[A": (line) => line.recall(-1),
  "\x1b[B": (line) => line.recall(1),
  "\x1b[H": (line) => line.move(-Infinity),
  "\x1b[F": (line) => line.move(Infinity),
  "\x01": (line) => line.move(-Infinity),
  "\x05": (line) => line.move(Infinity),
  "\x1b[3~": (line) => line.remove(0),
  "\x7f": (line) => line.remove(-1),
  "\b": (line) => line.remove(-1),
  "\x15": (line) => line.replace(""),
};

/** Reads lines from a terminal, one at a time. */
export class LineReader {
  #terminal;
  #history = [];
  #pending = "";
  #line;

  constructor(terminal) {
    this.#terminal = terminal;
    terminal.onData((data) => this.#take(data));
  }

  /** Told when the reader presses Ctrl-C and nothing is asked. */
  onStop = () => {};

  /** What is typed goes there and not into lines, until it is undefined again. */
  raw = undefined;

  /** Promises what the reader types after a prompt; null when they end the input. */
  read(prompt) {
    return new Promise((resolve, reject) => {
      this.#line = new Line(this.#terminal, prompt, this.#history, resolve, reject);
      const typed = this.#pending;
      this.#pending = "";
      if (typed) this.#take(typed);
    });
  }

  #take(data) {
    if (this.raw) return this.raw(data);
    if (!this.#line) {
      if (data === STOP) this.onStop();
      else this.#pending += data;
      return;
    }
    const parts = data.startsWith("\x1b") ? [data] : data.replace(/\r\n?/g, "\n").split(/(?<=\n)/);
    for (const [i, part] of parts.entries()) {
      if (!this.#line) {
        this.#pending += parts.slice(i).join("");
        return;
      }
      this.#type(part);
    }
  }

  #type(part) {
    const line = this.#line;
    if (KEYS[part]) KEYS[part](line);
    else if (part === STOP) this.#end(() => line.stop());
    else if (part === END_OF_INPUT) {
      if (line.isEmpty) this.#end(() => line.resolve(null));
    } else if (part.endsWith("\n")) {
      line.insert(part.slice(0, -1));
      this.#end(() => line.enter());
    } else if (!part.startsWith("\x1b")) line.insert(part);
  }

  #end(finish) {
    this.#line.move(Infinity);
    this.#line = undefined;
    this.#terminal.write("\r\n");
    finish();
  }
}

class Line {
  #terminal;
  #prompt;
  #history;
  #characters = [];
  #caret = 0;
  #place;

  constructor(terminal, prompt, history, resolve, reject) {
    this.#terminal = terminal;
    this.#prompt = prompt.replaceAll("\n", "\r\n");
    this.#history = history;
    this.#place = history.length;
    this.resolve = resolve;
    this.reject = reject;
    terminal.write(this.#prompt);
    // Redrawing begins in the line of the prompt's end, and where that begins.
    this.start = this.#prompt.slice(this.#prompt.lastIndexOf("\n") + 1);
  }

  get isEmpty() {
    return this.#characters.length === 0;
  }

  insert(text) {
    const typed = [...text.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "")];
    if (typed.length === 0) return;
    this.#characters.splice(this.#caret, 0, ...typed);
    this.#caret += typed.length;
    if (this.#caret === this.#characters.length) this.#terminal.write(typed.join(""));
    else this.#draw(this.#caret - typed.length);
  }

  remove(offset) {
    const at = this.#caret + offset;
    if (at < 0 || at >= this.#characters.length) return;
    const before = this.#caret;
    this.#characters.splice(at, 1);
    this.#caret = at;
    this.#draw(before);
  }

  move(by) {
    const caret = Math.max(0, Math.min(this.#characters.length, this.#caret + by));
    const before = this.#caret;
    this.#caret = caret;
    this.#draw(before);
  }

  recall(by) {
    const place = this.#place + by;
    if (place < 0 || place > this.#history.length) return;
    this.#place = place;
    this.replace(this.#history[place] ?? "");
  }

  replace(text) {
    const before = this.#caret;
    this.#characters = [...text];
    this.#caret = this.#characters.length;
    this.#draw(before);
  }

  enter() {
    const text = this.#characters.join("");
    if (text.trim() && this.#history.at(-1) !== text) this.#history.push(text);
    if (this.#history.length > MOST_REMEMBERED) this.#history.shift();
    this.resolve(text);
  }

  stop() {
    this.reject(Object.assign(new Error(""), { name: "KeyboardInterrupt" }));
  }

  /** Writes the line anew: from where it begins, over as many rows as it takes. */
  #draw(caretBefore) {
    const columns = this.#terminal.cols;
    const rowOf = (caret) => Math.floor((this.start.length + caret) / columns);
    const up = rowOf(caretBefore);
    const text = this.#characters.join("");
    const end = this.#characters.length;
    const wraps = end > 0 && (this.start.length + end) % columns === 0 ? " \r" : "";
    const back = rowOf(end) - rowOf(this.#caret);
    const column = (this.start.length + this.#caret) % columns;
    const rows = (count, letter) => (count > 0 ? `\x1b[${count}${letter}` : "");
    this.#terminal.write(`${rows(up, "A")}\r\x1b[J${this.start}${text}${wraps}${rows(back, "A")}\r${rows(column, "C")}`);
  }
}
