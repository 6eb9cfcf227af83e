// Runs before the first paint: decides whether this document is shown as slides or as an article.
(function () {
  var html = document.documentElement;
  var query = new URLSearchParams(location.search);
  var view = query.get("view");
  var printing = query.has("print-pdf") || view === "print";
  var local = location.protocol === "file:"; // Browsers load no modules from there.
  var wide = matchMedia("(min-width: 700px) and (min-height: 400px)").matches;
  html.classList.add("viv-scripted");
  if (printing) html.classList.add("viv-printing");
  if (html.dataset.vivFormat === "slides" && !local && view !== "page" && (wide || view !== null || printing || query.has("receiver"))) {
    html.classList.add("viv-presenting");
    addEventListener("error", function (event) {
      if (/\/vivarium\.js$/.test(event.target.src)) html.classList.remove("viv-presenting");
    }, true);
  }
})();
