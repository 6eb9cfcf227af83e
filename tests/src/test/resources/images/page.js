import { run } from "./python.js";

const PATIENCE = 60_000; // In milliseconds. Pyodide waits for ever when its engine does not start.

/** The images that were made, by name. */
const images = new Map();

/**
 * Runs a task, as python.js has it, in a worker or on this thread. Images go by their names here: `image` that to start from,
 * and `keeps` that to be made.
 *
 * @returns what python.js returns, but for the image, or `{failure}`
 */
window.run = async ({ image, keeps, isHere, ...task }) => {
  const complete = { ...task, image: images.get(image), isRecorded: Boolean(keeps) };
  const { done, failure } = isHere ? { done: await run(complete) } : await inWorker(complete);
  if (failure) return { failure: failure.slice(0, 500) };
  const { image: made, ...rest } = done;
  if (made) images.set(keeps, made);
  return rest;
};

function inWorker(task) {
  const worker = new Worker("worker.js", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    setTimeout(resolve, PATIENCE, { failure: "Python does not answer" });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
