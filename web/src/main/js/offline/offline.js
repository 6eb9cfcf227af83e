// In each page of a site that can be read without a network: has the site kept, and says when a new version is here.
import { showNotice } from "./notice.js";

const script = document.currentScript;
const texts = script.dataset;
const styles = new URL("offline.css", script.src).href;
const root = new URL("../../", script.src);
const worker = new URL("offline-worker.js", root).href;
const PATIENCE = 5000; // Milliseconds until a page is loaded again whose new worker does not answer.

const isPreview = new URLSearchParams(location.search).has("receiver"); // A slide in the speaker's window.
const container = isPreview ? undefined : serviceWorkers();
if (container) {
  listen();
  linkManifest();
  if (document.readyState === "complete") start();
  else addEventListener("load", start); // What the page itself needs comes first.
}

/** Undefined where there are none: without HTTPS, in a file on the disk, in some frames and private windows. */
function serviceWorkers() {
  try {
    return /^https?:$/.test(location.protocol) ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** From a file on the disk browsers would complain of it, so it does not stand in the page. */
function linkManifest() {
  if (document.querySelector("link[rel=manifest]")) return; // The author's own.
  const link = document.createElement("link");
  link.rel = "manifest";
  link.crossOrigin = "use-credentials"; // Else hosts that ask for a password refuse it.
  link.href = new URL("vivarium/app.webmanifest", root);
  document.head.append(link);
}

function isControlled() {
  return container.controller?.scriptURL === worker;
}

function listen() {
  const wasControlled = isControlled();
  container.addEventListener("controllerchange", () => {
    if (wasControlled) offerReload(); // Another tab has taken the new version.
  });
  container.addEventListener("message", ({ data }) => {
    if (data?.offline === "gone") offerReload();
    if (data?.offline === "not-kept") console.warn(`Vivarium: this version of the site is not kept for reading offline: ${data.reason}.`);
  });
}

function offerReload() {
  showNotice(texts, styles, () => location.reload());
}

async function start() {
  try {
    if (isControlled()) container.controller.postMessage("vivarium-news");
    const known = (await container.getRegistrations()).find(({ scope }) => scope === root.href);
    if (known ? !isOurs(known) : isSparing()) return;
    const registration = await container.register(worker, { updateViaCache: "none" });
    watch(registration);
    document.addEventListener("visibilitychange", () => look(registration)); // An app may be open for days.
    if (known) look(registration);
  } catch {
    // A page without a service worker is a page.
  }
}

/** Looks for a new version, where there is a network. */
function look(registration) {
  if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(() => {});
}

/** An author's own service worker in the place of ours stays. */
function isOurs({ active, waiting, installing }) {
  return (active ?? waiting ?? installing)?.scriptURL === worker;
}

/** Readers who pay for each byte, or wait for it, do not get the whole site. */
function isSparing() {
  const { saveData, effectiveType = "" } = navigator.connection ?? {};
  return saveData || /2g/.test(effectiveType);
}

function watch(registration) {
  const tell = () => {
    if (registration.waiting && container.controller) showNotice(texts, styles, () => take(registration));
  };
  const follow = () => registration.installing?.addEventListener("statechange", tell);
  tell();
  follow();
  registration.addEventListener("updatefound", follow);
}

function take(registration) {
  container.addEventListener("controllerchange", () => location.reload(), { once: true });
  setTimeout(() => location.reload(), PATIENCE);
  if (registration.waiting) registration.waiting.postMessage("vivarium-take-over");
  else location.reload();
}
