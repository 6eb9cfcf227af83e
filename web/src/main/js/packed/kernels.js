// Workers with a kernel in them, which find the page's files in what the page sends them first.
import { LateWorker, sharing } from "../urgent.js";

export function startKernel() {
  return new LateWorker(started());
}

async function started() {
  const packed = await globalThis.vivariumPacked.whole;
  const worker = sharing(new Worker(packed.address("kernel-worker.js")));
  worker.postMessage({ packed: await packed.forWorker() });
  return worker;
}
