// What pages keep in the reader's browser, under the names that PyScript gives it.
import { openMap } from "./idb-map.js";

/** Opens what is kept under a name. */
export function openStore(name) {
  return openMap(`@pyscript/${name}`);
}
