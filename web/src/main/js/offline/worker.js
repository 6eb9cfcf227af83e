// Keeps a version of the site in the reader's browser, as a whole, and answers from it. Whatever goes wrong here, the network is
// asked as if there were no service worker. What version it is stands before this script: `vivariumOffline` is {list, hash,
// version}, with the path of the list of files and its hash.
import { answers } from "../answering.js";
import { fill } from "./filling.js";
import { addressOf, filesIn, isWhole, kept, namesIn, nameOf, pathOf } from "./keeping.js";
import { Pages } from "./pages.js";
import { answerTo } from "./ranges.js";

const { scope } = registration;
const { list, hash, version } = self.vivariumOffline;
const CACHE = nameOf(scope, version);
const SCRIPT = location.href.slice(scope.length);
const SCRIPTS = addressOf(scope, "vivarium/");
const GONE = [404, 410];

const pages = new Pages(scope);
let tending;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("message", (event) => {
  if (event.data === "vivarium-take-over") skipWaiting();
  if (event.data === "vivarium-news") event.waitUntil(news(event.source));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (!request.url.startsWith(scope) || !["GET", "HEAD"].includes(request.method)) return;
  if (request.url.startsWith(SCRIPTS) && answers(event)) return;
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return; // Nobody could answer that with fetch().
  event.respondWith(answer(event));
  if (request.mode === "navigate") event.waitUntil(tend(event.resultingClientId));
});

async function install() {
  try {
    await keepSite();
  } catch (error) {
    await tell({ offline: "not-kept", reason: String(error?.message ?? error) });
    throw error;
  }
}

function keepSite() {
  return fill(CACHE, { scope, list: addressOf(scope, list), hash });
}

async function activate() {
  const isFirst = await pages.turnTo(CACHE);
  if (isFirst) await clients.claim(); // The page that was read so far came from the network a moment ago.
}

async function news(page) {
  if (await pages.isLeaving()) page.postMessage({ offline: "gone" });
}

async function answer(event) {
  try {
    if (event.request.mode === "navigate" && (await pages.isLeaving())) return await fetch(event.request);
  } catch {
    // What is kept is better than nothing.
  }
  try {
    const found = await find(event);
    if (found) return found;
  } catch {
    // The network is there.
  }
  return fetch(event.request);
}

async function find(event) {
  const { request, clientId } = event;
  const url = new URL(request.url);
  const path = pathOf(scope, url);
  const isPage = request.mode === "navigate";
  const own = isPage ? CACHE : await pages.cacheFor(clientId, CACHE);
  const isNamedByContent = path.startsWith("vivarium/"); // Which is the same in all versions, then.
  if (!isNamedByContent && !(await isWhole(scope, own))) return undefined; // Nothing of a version that is not there as a whole.
  for (const name of isNamedByContent ? [own, ...(await namesIn(scope))] : [own]) {
    for (const each of isPage ? pathsOf(path) : [path]) {
      const found = await kept(name, addressOf(scope, each));
      if (!found) continue;
      if (each !== `${path}/index.html`) return answerTo(request, found);
      return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 302); // So that relative links lead where they should.
    }
  }
  if (await isMissing(path)) event.waitUntil(tend());
  return undefined;
}

/** The files that hosts show for the path of a page. */
function pathsOf(path) {
  return path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
}

/** Whether the cache lacks a file that it should have. It goes then, and pages come from the network until it is filled again. */
async function isMissing(path) {
  const files = await filesIn(scope, CACHE);
  const isMissing = files.some(([each]) => each === path) && !(await kept(CACHE, addressOf(scope, path)));
  if (isMissing) await caches.delete(CACHE);
  return isMissing;
}

/**
 * Sees to it that the cache is whole, and leaves when the site has no such worker any more.
 *
 * @param newest the page that is on its way
 */
function tend(newest) {
  tending ??= tendNow(newest)
    .catch(() => {}) // There is another time.
    .finally(() => (tending = undefined));
  return tending;
}

async function tendNow(newest) {
  await pages.forgetClosed(CACHE);
  if (await isGone()) return leave(newest);
  await pages.stay();
  await keepSite();
}

async function isGone() {
  const own = await fetch(location.href, { cache: "no-cache" });
  if (GONE.includes(own.status)) return true;
  if (/javascript/.test(own.headers.get("content-type") ?? "javascript")) return false;
  // Some hosts answer every path with a page. Each build says which files it has.
  const site = await fetch(addressOf(scope, "vivarium/site.json"), { cache: "no-cache" });
  const { files } = await site.json();
  return files !== undefined && !(SCRIPT in files);
}

/** Goes with the last page that needs what is kept; the host need not have it any more. */
async function leave(newest) {
  if (!(await pages.leave(newest))) return tell({ offline: "gone" });
  for (const name of await namesIn(scope)) await caches.delete(name); // First: browsers end workers that are not registered.
  await registration.unregister();
}

async function tell(message) {
  for (const page of await clients.matchAll({ includeUncontrolled: true })) {
    if (page.url.startsWith(scope)) page.postMessage(message);
  }
}
