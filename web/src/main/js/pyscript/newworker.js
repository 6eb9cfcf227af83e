// Starts a worker for Python. In a packed page it is one script: packed/pyscript/newworker.js.
import { beside } from "./places.js";

/** A worker of another site's script begins as a script of this one. */
export async function newWorker() {
  const url = beside("./worker.js");
  if (new URL(url).origin === location.origin) return new Worker(url, { type: "module" });
  const script = new Blob([`import ${JSON.stringify(url)};`], { type: "text/javascript" });
  const own = URL.createObjectURL(script);
  const worker = new Worker(own, { type: "module" });
  worker.addEventListener("message", () => URL.revokeObjectURL(own), { once: true });
  return worker;
}
