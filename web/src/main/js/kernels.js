// Workers with a kernel in them. Those of a packed page are made otherwise: packed/kernels.js.
import { beside } from "./addresses.js";
import { config } from "./page-config.js";
import { isForeign } from "./trust.js";
import { LateWorker, startWorker } from "./urgent.js";

export function startKernel() {
  if (isForeign) return new LateWorker(import("./sandbox.js").then(({ startSandboxed }) => startSandboxed(config)));
  return startWorker(new URL(beside("kernel-worker.js")));
}
