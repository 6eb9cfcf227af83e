// Markup of code that did not come with the site.
import { config } from "./page-config.js";

const HIGHEST = 20_000; // Pixels of a frame.
const LOADING = ["src", "srcset", "poster", "background", "data", "xlink:href"];
const LOADING_STYLE = /url|image|src\(|\\/i;

/**
 * Shows markup in a frame in which no script runs, nothing is loaded from anywhere, and which nothing leaves: a rule of
 * style in it counts there alone.
 *
 * @param fragment what was cleaned already
 */
export function showFramed(element, fragment) {
  const frame = document.createElement("iframe");
  frame.className = "viv-foreign";
  frame.title = element.closest("viv-cell")?.querySelector(".viv-output")?.getAttribute("aria-label") ?? "HTML";
  // Without allow-scripts; of the same origin, so that the page sees how high it is.
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  const sheets = Array.from(document.querySelectorAll("link[rel=stylesheet]"), ({ href }) => href);
  const places = [...new Set(sheets.map((href) => new URL(href).origin))].join(" ");
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline' ${places}; font-src ${places}; form-action 'none'`;
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`;
  frame.addEventListener("load", () => {
    const inner = frame.contentDocument;
    if (!inner?.body) return; // Taken away meanwhile.
    inner.documentElement.className = document.documentElement.className;
    Object.assign(inner.documentElement.dataset, document.documentElement.dataset); // Its colours among others.
    inner.documentElement.lang = document.documentElement.lang;
    for (const href of sheets) {
      const link = inner.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      inner.head.append(link);
    }
    const { color, font } = getComputedStyle(element);
    inner.body.className = "viv-foreign-body";
    Object.assign(inner.body.style, { color, font });
    inner.body.append(inner.adoptNode(fragment));
    const fit = () => (frame.style.height = `${Math.min(inner.body.scrollHeight, HIGHEST)}px`);
    new ResizeObserver(fit).observe(inner.body);
  }, { once: true });
  element.replaceChildren(frame);
}

/** Takes what would be loaded from other places than the site out of a fragment. */
export function still(fragment) {
  const site = new URL(config.site ?? ".", document.baseURI).href;
  const isOfSite = (url) => URL.canParse(url, document.baseURI) && new URL(url, document.baseURI).href.startsWith(site);
  for (const element of fragment.querySelectorAll("*")) {
    for (const name of LOADING) {
      const value = element.getAttribute(name);
      if (value !== null && !/^(data:|#)/.test(value) && (name === "srcset" || !isOfSite(value))) element.removeAttribute(name);
    }
    if (element.localName !== "a" && element.localName !== "area" && !/^(data:|#)/.test(element.getAttribute("href") ?? "#")) element.removeAttribute("href");
    if (LOADING_STYLE.test(element.getAttribute("style") ?? "")) element.removeAttribute("style");
  }
  return fragment;
}
