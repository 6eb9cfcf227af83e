// Workers with a kernel in them. Those of a packed page are made otherwise: packed/kernels.js.
import { beside } from "./addresses.js";
import { startWorker } from "./urgent.js";

export function startKernel() {
  return startWorker(new URL(beside("kernel-worker.js")));
}
