// What goes wrong is shown on the page, escaped, in a box that a page can style, hook and turn off.

export const CODES = {
  general: "PY0000",
  fetch: "PY0001",
  unauthorized: "PY0401",
  forbidden: "PY0403",
  notFound: "PY0404",
  conflict: "PY0409",
  server: "PY0500",
  unavailable: "PY0503",
  config: "PY1000",
  packages: "PY1001",
};

const BY_STATUS = { 401: CODES.unauthorized, 403: CODES.forbidden, 404: CODES.notFound, 500: CODES.server, 503: CODES.unavailable };
const MOST_SHOWN = 20_000; // Characters: a box is read, and a runaway program can write without end.
const shown = new WeakMap();

/** What an author did, or what the page needs and cannot have: it has a code, and says what to do. */
export class Failure extends Error {
  constructor(code, message) {
    super(`(${code}): ${message}`);
    this.code = code;
  }
}

/** Whether boxes are shown; events and the console tell of what went wrong in any case. */
export const boxes = { areShown: true };

/**
 * Shows an error: in a box, in the console and as a cancelable event `error` of the element that it belongs to.
 *
 * @param element where the event starts; the body where it is gone
 */
export function report(message, element = document.body) {
  const text = String(message).slice(0, MOST_SHOWN);
  const origin = element?.isConnected ? element : document.body;
  const event = new CustomEvent("py:error", { bubbles: true, cancelable: true, detail: { message: text } });
  const isWanted = origin.dispatchEvent(event);
  if (isWanted) console.error(text);
  if (isWanted && boxes.areShown) box("py-error", text);
}

/** Shows what an author should know, though the page goes on. */
export function warn(message) {
  console.warn(message);
}

/** Shows what is wrong, of whatever kind. */
export function reportFailure(error, element) {
  report(error?.message ?? error, element);
}

function box(className, text) {
  const last = shown.get(document.body);
  if (last?.isConnected && last.dataset.times !== undefined && last.firstChild.data === text) {
    last.dataset.times = Number(last.dataset.times) + 1; // A handler that fails with each move of the mouse.
    return;
  }
  const div = document.createElement("div");
  div.className = className;
  div.setAttribute("role", "alert");
  div.append(text);
  div.dataset.times = 1;
  document.body.append(div);
  shown.set(document.body, div);
}

/** Fetches what the page needs. */
export async function fetched(url, what = "This file") {
  let answer;
  try {
    answer = await fetch(url);
  } catch (error) {
    throw new Failure(CODES.fetch, `${what} cannot be fetched: ${url} (${error.message}).${hintOf(url)}`);
  }
  if (answer.ok) return answer;
  const code = BY_STATUS[answer.status] ?? CODES.fetch;
  throw new Failure(code, `${what} cannot be fetched: ${url} was answered with ${answer.status} ${answer.statusText}.${hintOf(url)}`);
}

function hintOf(url) {
  const { origin, protocol } = new URL(url, document.baseURI);
  if (protocol === "file:") return " Browsers fetch no files beside a page that is opened as a file: use a web server.";
  return origin === location.origin ? "" : " Another site must allow that, by CORS.";
}
