// What packed pages keep in the reader's browser. Those from the disk all have one origin, so each has its own names.
import { openMap } from "../../pyscript/idb-map.js";

export function openStore(name) {
  return openMap(`@pyscript/${globalThis.vivariumPacked.files.id}/${name}`);
}
