// Answers requests of Python's workers, each when the page has the answer. Its scope is this folder: pages and other files are none
// of its business.
const PATIENCE = 20_000; // Milliseconds; browsers end service workers that take minutes. The worker asks again.
const waiting = new Map();
const early = new Map();

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { pathname, search } = new URL(event.request.url);
  if (pathname.endsWith("/pyscript-answer")) event.respondWith(answer(search.slice(1)));
});

addEventListener("message", ({ data }) => {
  const { id, message } = data ?? {};
  if (!id) return;
  const resolve = waiting.get(id);
  waiting.delete(id);
  if (resolve) resolve(message);
  else early.set(id, message);
});

async function answer(id) {
  const message = await new Promise((resolve) => {
    if (early.has(id)) return resolve(early.get(id));
    waiting.set(id, resolve);
    setTimeout(resolve, PATIENCE);
  });
  early.delete(id);
  return message === undefined ? new Response(null, { status: 204 }) : new Response(message);
}
