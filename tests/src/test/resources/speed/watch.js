// Runs before anything else in a page. What Python writes holds the time at which it was written, so
// that a text which stood in the page from the start, or comes from an earlier run, is told from it.
(() => {
  const watch = {
    since: Math.floor(performance.timeOrigin),
    output: 0,
    click: 0,
    kernel: 0,
    source: "",
    expect() {
      watch.since = Date.now();
      watch.output = 0;
      watch.kernel = 0;
    },
  };
  const look = () => {
    const text = document.documentElement.textContent;
    for (const [, time] of text.matchAll(/ready-(\d{13}|[-\d]{10}T[.:\d]{12}Z)/g)) {
      const written = time.endsWith("Z") ? Date.parse(time) : Number(time);
      if (!watch.output && written >= watch.since) watch.output = performance.now();
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener("click", (event) => (watch.click = event.timeStamp), { capture: true });
  document.addEventListener("viv:kernel", ({ detail }) => {
    if (detail.state === "ready") {
      watch.kernel = performance.now();
      watch.source = detail.source;
    }
  });
  globalThis.watch = watch;
})();
