// How a worker asks the page: with a promise, or so that it waits for the answer.

const HEADER = 16;
const MOST_FAILURES = 3;

/** The means of this worker, of what the page has given it. */
export function asking({ shared, interrupts, service }) {
  const answers = new Map();
  let next = 0;
  return {
    interrupts,
    ask(text) {
      if (shared) return fromMemory(shared, text);
      if (service) return fromService(service, text);
      return failure("this worker cannot wait for the page");
    },
    askLater(text) {
      return new Promise((resolve) => {
        answers.set(next, resolve);
        postMessage({ ask: text, id: next++ });
      });
    },
    take({ answer, text }) {
      answers.get(answer)(text);
      answers.delete(answer);
    },
  };
}

function fromMemory(shared, text) {
  const state = new Int32Array(shared, 0, 4);
  const content = new Uint8Array(shared, HEADER);
  const decoder = new TextDecoder();
  let whole = "";
  let message = { ask: text };
  do {
    Atomics.store(state, 0, 0);
    postMessage(message);
    Atomics.wait(state, 0, 0);
    whole += decoder.decode(content.slice(0, state[1]), { stream: true });
    message = { more: true };
  } while (state[2] > 0);
  return whole;
}

function fromService(service, text) {
  postMessage({ ask: text });
  const url = new URL(`./pyscript-answer?${service}`, self.location.protocol === "blob:" ? self.origin : import.meta.url);
  for (let failures = 0; failures < MOST_FAILURES; ) {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.send();
    if (request.status === 200) return request.responseText;
    if (request.status !== 204) failures++;
  }
  return failure("the service worker does not answer");
}

/** MicroPython cannot catch what JavaScript throws. */
function failure(message) {
  return JSON.stringify(["error", "RuntimeError", message, null]);
}
