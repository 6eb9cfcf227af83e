// Where editors run their code: each in a worker of its own, or several in one that they share.
import { NOTHING } from "./configuration.js";
import { CODES, Failure } from "./failures.js";
import { PythonWorker } from "./workers.js";

const GRACE = 500; // Milliseconds that code has to end by itself when it is stopped.
const environments = new Map();

/**
 * The environment of a name, made when it is first asked for; without a name, one of its own.
 *
 * @param isNew whether an environment with another configuration of its own begins under the name
 */
export function environmentOf(name, type, options, isNew = false) {
  if (!name) return new Environment(type, options);
  const key = `${type}-${name}`;
  if (isNew && options.configuration && environments.get(key)?.isSettled) environments.delete(key);
  if (!environments.has(key)) environments.set(key, new Environment(type, options));
  else environments.get(key).add(options, name);
  return environments.get(key);
}

/** A Python that starts when something is to be run, and again when it had to be ended. */
export class Environment {
  #type;
  #options;
  #setups = [];
  #done = 0;
  #sinks = new Map();
  #turn = Promise.resolve();
  #last;
  #isEnding = false;

  constructor(type, options) {
    this.#type = type;
    this.#options = { ...options };
  }

  /** Whether no configuration can be added any more. */
  get isSettled() {
    return Boolean(this.#options.configuration || this.worker);
  }

  /** Takes what an editor says of the environment that others have made. */
  add({ configuration, serviceWorker }, name) {
    if (configuration && this.isSettled) {
      throw new Failure(
        CODES.conflict,
        `env="${name}" has a configuration already, or runs without one. Editors of one env share a Python: ` +
          "keep one config, or let this one begin anew with the attribute env-override.",
      );
    }
    this.#options.configuration ??= configuration;
    this.#options.serviceWorker ??= serviceWorker;
  }

  /** Runs code now, and before all other whenever Python has to start again. */
  setup(code, sink) {
    this.#setups.push(code);
    return this.#inTurn(async () => {
      this.#last = sink;
      await this.#prepared();
    });
  }

  /**
   * Runs code when the code before it has ended.
   *
   * @param sink takes what is printed, `(text, isError)`, and has `input(prompt)`
   */
  run(code, name, target, sink) {
    return this.#inTurn(async () => {
      this.#sinks.set(target, sink);
      this.#last = sink;
      const worker = await this.#prepared();
      try {
        return await worker.run(code, name, target);
      } finally {
        this.#isEnding = false;
      }
    });
  }

  #inTurn(act) {
    const acting = this.#turn.then(act, act);
    this.#turn = acting.catch(() => {});
    return acting;
  }

  /** Python, with everything run that comes before the code of editors. */
  async #prepared() {
    try {
      this.worker ??= this.#newWorker();
      await this.worker.ready;
      while (this.#done < this.#setups.length) await this.worker.run(this.#setups[this.#done++], "<setup>", "");
      return this.worker;
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #newWorker() {
    this.#done = 0;
    return new PythonWorker({
      type: this.#type,
      configuration: this.#options.configuration?.() ?? Promise.resolve(NOTHING),
      serviceWorker: this.#options.serviceWorker,
      services: { input: (prompt) => this.#last.input(prompt ?? "") },
      write: (text, isError, target) => (this.#sinks.get(target) ?? this.#last)(text, isError),
      onReport: (text) => this.#last(`${text}\n`, true),
      isQuiet: true,
    });
  }

  /** Ends what runs, with all variables kept where the browser has a way; promises whether they were. */
  async stop() {
    const worker = this.worker;
    if (!worker || this.#isEnding) return true;
    this.#isEnding = true;
    worker.interrupt();
    const isEnded = await Promise.race([this.#turn.then(() => true), new Promise((resolve) => setTimeout(resolve, GRACE, false))]);
    if (isEnded) return true;
    this.#end();
    return false;
  }

  #end() {
    this.worker?.terminate();
    this.worker = undefined;
    this.#isEnding = false;
  }
}
