/** What a run wrote, in the shape of the notebook format. */
export class Outputs {
  #list = [];
  #clears = false;

  /** Text that goes on where the last output of the same stream ended belongs to it. */
  add(output) {
    if (this.#clears) this.clear(false);
    const last = this.#list.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      last.text += output.text;
    } else {
      this.#list.push({ ...output });
    }
  }

  /** Forgets all: now, or when it waits, with the next that comes. */
  clear(waits) {
    this.#clears = waits;
    if (!waits) this.#list = [];
  }

  /** Another value for one that was shown under the same name. */
  update({ display_id, data }) {
    for (const output of this.#list) {
      if (output.display_id === display_id) output.data = data;
    }
  }

  copy() {
    return structuredClone(this.#list);
  }
}
