// The part of service workers that answers requests of workers that wait, each when its page has the answer.
const ANSWER = /\/(pyscript-)?answer$/;
const PATIENCE = 20_000; // Milliseconds; browsers end service workers that take minutes. Who waits asks again.
const waiting = new Map();
const early = new Map();

addEventListener("message", ({ data }) => {
  const { id, message } = data ?? {};
  if (!id) return;
  const resolve = waiting.get(id);
  waiting.delete(id);
  if (resolve) resolve(message);
  else if (!String(message).startsWith('{"type":"interrupt"')) early.set(id, message); // Stop for a kernel that does not wait comes to nothing.
});

/** Takes a request, if it is one that waits for an answer; says whether it is. */
export function answers(event) {
  const { origin, pathname, search } = new URL(event.request.url);
  if (origin !== location.origin || !ANSWER.test(pathname)) return false;
  event.respondWith(answer(search.slice(1)));
  return true;
}

async function answer(id) {
  const message = await new Promise((resolve) => {
    if (early.has(id)) return resolve(early.get(id));
    waiting.set(id, resolve);
    setTimeout(resolve, PATIENCE);
  });
  early.delete(id);
  return message === undefined ? new Response(null, { status: 204 }) : new Response(message);
}
