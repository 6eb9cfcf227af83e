// Answers requests of workers with Python, each when its page has sent what they wait for. Its scope is this folder: pages and other
// files are none of its business. Workers belong to it and not to the one that keeps the site for reading offline, so they get
// from it what that one keeps.
import { answers } from "./answering.js";
import { keptAnywhere } from "./offline/keeping.js";
import { answerTo } from "./offline/ranges.js";

addEventListener("install", () => skipWaiting());

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (answers(event) || !["GET", "HEAD"].includes(method) || new URL(url).origin !== location.origin) return;
  event.respondWith(keptAnywhere(url).then((kept) => (kept ? answerTo(event.request, kept) : fetch(event.request))));
});
