// Starts a worker for Python in a packed page: one script, which is told first of the page's files.

export async function newWorker() {
  const packed = await globalThis.vivariumPacked.whole;
  const worker = new Worker(packed.address("worker.js"));
  worker.postMessage({ packed: await packed.forWorker() });
  return worker;
}
