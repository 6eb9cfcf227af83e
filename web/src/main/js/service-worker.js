// Answers requests of kernels, each when its page has sent what the reader entered. Its scope is this folder: pages and other
// files are none of its business.
const PATIENCE = 20_000; // Milliseconds; browsers end service workers that take minutes. The kernel asks again.
const waiting = new Map();
const early = new Map();

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { pathname, search } = new URL(event.request.url);
  if (pathname.endsWith("/answer")) event.respondWith(answer(search.slice(1)));
});

addEventListener("message", ({ data: { id, message } }) => {
  const resolve = waiting.get(id);
  waiting.delete(id);
  if (resolve) resolve(message);
  else if (message.startsWith('{"type":"entered"')) early.set(id, message); // Stop for a kernel that does not wait comes to nothing.
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
