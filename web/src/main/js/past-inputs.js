// What was entered at a prompt before, kept in the browser.

const MOST = 500;
const MOST_CHARACTERS = 200_000;

export class PastInputs {
  #key;
  #all;
  #at;
  #draft = "";

  constructor(key) {
    this.#key = key;
    this.#all = kept(key);
    this.#at = this.#all.length;
  }

  add(code) {
    this.#all = kept(this.#key); // Another tab may have added some.
    if (this.#all.at(-1) !== code) this.#all.push(code);
    let characters = 0;
    let first = this.#all.length;
    while (first > 0 && this.#all.length - first < MOST && (characters += this.#all[first - 1].length) <= MOST_CHARACTERS) first--;
    this.#all = this.#all.slice(first);
    this.#at = this.#all.length;
    this.#draft = "";
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#all));
    } catch {
      // Then it is remembered for this visit.
    }
  }

  /** The input before the one that is shown, which begins as what was written; undefined where there is none. */
  before(text) {
    if (text !== this.#shown()) this.#begin(text);
    for (let at = this.#at - 1; at >= 0; at--) {
      if (this.#all[at].startsWith(this.#draft) && this.#all[at] !== text) {
        this.#at = at;
        return this.#all[at];
      }
    }
    return undefined;
  }

  /** The input after the one that is shown; behind the last one, what was written. */
  after(text) {
    if (text !== this.#shown() || this.#at === this.#all.length) return undefined;
    for (let at = this.#at + 1; at < this.#all.length; at++) {
      if (this.#all[at].startsWith(this.#draft) && this.#all[at] !== text) {
        this.#at = at;
        return this.#all[at];
      }
    }
    this.#at = this.#all.length;
    return this.#draft;
  }

  #shown() {
    return this.#at === this.#all.length ? this.#draft : this.#all[this.#at];
  }

  #begin(text) {
    this.#at = this.#all.length;
    this.#draft = text;
  }
}

function kept(key) {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(all) ? all.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}
