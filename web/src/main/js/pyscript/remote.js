// The page's half of what a worker sees of the page. Objects stay here and have numbers there.
import { decodeOther, encodeCopy, encodeSimple } from "./values.js";

const WINDOW = 0;
const DOCUMENT = 1;

/** What a worker holds of the page, and what the page holds of a worker. */
export class Objects {
  #byId = new Map();
  #ids = new Map();
  #next = 2;
  #sent = new Map();
  #call;
  #callables = new Map();
  #numbers = new WeakMap();
  #gone;

  /**
   * @param call calls a callable of the worker: `call(id, values)` promises its encoded result
   * @param released told the number of a callable that the page has let go of
   */
  constructor(call, released) {
    this.#call = call;
    this.#gone = new FinalizationRegistry((id) => {
      if (!this.#callables.get(id)?.deref()) {
        this.#callables.delete(id);
        released(id);
      }
    });
    this.#hold(WINDOW, globalThis);
    this.#hold(DOCUMENT, document);
  }

  #hold(id, object) {
    this.#byId.set(id, object);
    this.#ids.set(object, id);
  }

  /** The object of a number. */
  get(id) {
    if (!this.#byId.has(id)) throw new ReferenceError(`the page has let go of object ${id}`);
    return this.#byId.get(id);
  }

  /** The worker has let go of objects that it had got so many times; one that is on its way to it stays. */
  free(pairs) {
    for (const [id, times] of pairs) {
      if (id <= DOCUMENT) continue;
      const left = (this.#sent.get(id) ?? 0) - times;
      if (left > 0) {
        this.#sent.set(id, left);
        continue;
      }
      this.#sent.delete(id);
      this.#ids.delete(this.#byId.get(id));
      this.#byId.delete(id);
    }
  }

  /** How a value is told to the worker: objects by their numbers. */
  encode(value) {
    const simple = encodeSimple(value);
    if (simple !== undefined) return simple;
    const number = this.#numbers.get(value);
    if (number !== undefined) return ["c", number];
    let id = this.#ids.get(value);
    if (id === undefined) {
      id = this.#next++;
      this.#hold(id, value);
    }
    this.#sent.set(id, (this.#sent.get(id) ?? 0) + 1);
    return ["r", id, kindOf(value), value?.constructor?.name ?? ""];
  }

  /** What the worker told of a value. */
  decode(value) {
    if (!Array.isArray(value)) return value;
    const [kind, content] = value;
    if (kind === "r") return this.get(content);
    if (kind === "c") return this.#callable(content);
    return decodeOther(value, (each) => this.decode(each));
  }

  #callable(id) {
    const known = this.#callables.get(id)?.deref();
    if (known) return known;
    const objects = this;
    const callable = function (...values) {
      for (const each of values) keepTarget(each);
      return objects.#call(id, values.map((each) => objects.encode(each))).then((result) => objects.decode(result));
    };
    this.#callables.set(id, new WeakRef(callable));
    this.#numbers.set(callable, id);
    this.#gone.register(callable, id);
    return callable;
  }
}

/** An event forgets its `currentTarget` as soon as it has been dispatched; the worker's handler runs after that. */
function keepTarget(value) {
  if (!(value instanceof Event) || !value.currentTarget) return;
  Object.defineProperty(value, "currentTarget", { value: value.currentTarget, configurable: true });
}

function kindOf(value) {
  const letters = [];
  const is = (letter, test) => {
    try {
      if (test()) letters.push(letter);
    } catch {
      return; // Objects of other origins let nobody look.
    }
  };
  is("f", () => typeof value === "function");
  is("p", () => typeof value.then === "function");
  is("a", () => typeof value !== "function" && value !== globalThis && Number.isInteger(value.length));
  is("i", () => typeof value[Symbol.iterator] === "function");
  is("e", () => value instanceof Error);
  is("m", () => typeof value.get === "function" && typeof value.has === "function");
  return letters.join("");
}

/** Does what a worker asks for. */
export async function perform(objects, request, sync, services) {
  const [what, target, ...rest] = request;
  const plain = (value) => objects.encode(value);
  const all = (values) => values.map((each) => objects.decode(each));
  switch (what) {
    case "get":
      return plain(objects.get(target)[rest[0]]);
    case "set":
      Reflect.set(objects.get(target), rest[0], objects.decode(rest[1]));
      return null;
    case "delete":
      return Reflect.deleteProperty(objects.get(target), rest[0]);
    case "has":
      return rest[0] in objects.get(target);
    case "keys":
      return ["l", namesOf(objects.get(target))];
    case "call":
      return plain(objects.get(target).apply(objects.decode(rest[0]), all(rest[1])));
    case "callmethod": {
      const object = objects.get(target);
      return plain(object[rest[0]](...all(rest[1])));
    }
    case "new":
      return plain(Reflect.construct(objects.get(target), all(rest[0])));
    case "iterate":
      return ["l", Array.from(objects.get(target), plain)];
    case "text":
      return String(objects.get(target));
    case "same":
      return objects.get(target) === objects.get(rest[0]);
    case "copy":
      return encodeCopy(objects.get(target), plain);
    case "await":
      return plain(await objects.get(target));
    case "import":
      return plain(await import(new URL(target, document.baseURI).href));
    case "sync": {
      if (!(target in sync.own)) throw new ReferenceError(`the page has no sync.${target}`);
      return encodeCopy(await sync.own[target](...all(rest[0])), plain);
    }
    default:
      if (!Object.hasOwn(services, what)) throw new TypeError(`an unknown request: ${what}`);
      return encodeCopy((await services[what](target, ...rest)) ?? null, plain);
  }
}

function namesOf(object) {
  const names = new Set();
  for (let each = object; each && each !== Object.prototype; each = Object.getPrototypeOf(each)) {
    for (const name of Object.getOwnPropertyNames(each)) names.add(name);
  }
  return [...names];
}
