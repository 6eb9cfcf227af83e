// Runs before the first paint: decides whether this document is shown as slides or as an article.
(function () {
  var html = document.documentElement;
  var query = new URLSearchParams(location.search);
  var view = query.get("view");
  var printing = query.has("print-pdf") || view === "print";
  var packed = html.hasAttribute("data-viv-packed"); // All is in this file.
  var local = location.protocol === "file:" && !packed; // Browsers load no modules from there.
  var wide = matchMedia("(min-width: 700px) and (min-height: 400px)").matches;
  html.classList.add("viv-scripted");
  startPython();
  if (printing) html.classList.add("viv-printing");
  if (html.dataset.vivFormat === "slides" && !local && view !== "page" && (wide || view !== null || printing || query.has("receiver"))) {
    html.classList.add("viv-presenting");
    addEventListener("error", function (event) {
      if (/\/vivarium\.js$/.test(event.target.src)) html.classList.remove("viv-presenting");
    }, true);
  }

  // A page whose cells run by themselves starts Python before it is read to its end.
  function startPython() {
    var element = document.getElementById("viv-config");
    var config = element ? JSON.parse(element.textContent) : {};
    var link = navigator.connection || {};
    var sparing = link.saveData || /2g/.test(link.effectiveType || "");
    var waits = "Suspending" in WebAssembly || self.crossOriginIsolated || !navigator.serviceWorker; // Else see urgent.js.
    if (!config.autorun || config.trust === "reader" || query.has("code") || !waits || printing || local || packed || sparing || query.has("receiver")) return;
    var url = new URL("kernel-worker.js", document.currentScript.src);
    var absolute = function (path) { return path && new URL(path, document.baseURI).href; };
    url.hash = new URLSearchParams({ engine: absolute(config.engine), image: absolute(config.image) });
    window.vivariumWorker = new Worker(url, { type: "module" });
  }
})();
