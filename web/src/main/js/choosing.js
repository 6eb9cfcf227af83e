// Decides whether Python starts from its memory image.
import { isKept, keep } from "./loading.js";

const SAVED = 1500; // Milliseconds of work that an image saves on a usual machine; slower ones are saved more.
const MEGABIT = 125; // Bytes in a millisecond.

/**
 * An image and the engine for it are smaller than what a plain start loads. Only when this browser has loaded the latter
 * before, and the link is slow, a reader would wait longer for an image.
 *
 * @param engine the URL of the folder of the engine
 * @param image the URL of the image
 */
export async function prefersImage(engine, image) {
  const { downlink } = navigator.connection ?? {}; // In megabits a second, where a browser tells.
  if (!downlink || (await isKept(image)) || !(await isKept(startOf(engine)))) return true;
  const answer = await fetch(image, { method: "HEAD" });
  return Number(answer.headers.get("content-length")) / (downlink * MEGABIT) < SAVED;
}

/** Remembers that an engine was loaded for a plain start: what was loaded is in the browser's own cache. */
export function rememberPlainStart(engine) {
  return keep([[startOf(engine), new Uint8Array(0)]]);
}

function startOf(engine) {
  return `${engine}plain-start`;
}
