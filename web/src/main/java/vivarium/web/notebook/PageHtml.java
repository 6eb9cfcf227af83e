package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;

/** The notebook as it stands on the page, as one file of HTML that needs nothing else. */
final class PageHtml {
  private PageHtml() {}

  /**
   * The file: cells as they read, styles in it, pictures of the site as data, no scripts. Of
   * mathematics stays the MathML, which browsers set without further files.
   */
  @JSBody(
      params = "main",
      script =
          """
          var copy = main.cloneNode(true);
          var gone = '.viv-notebook > :not(.viv-nb-cells), .viv-toolbar, .viv-editor, .viv-cell-files,'
            + ' .viv-input, .katex-html, script, style, link';
          copy.querySelectorAll(gone).forEach(function(each) { each.remove(); });
          copy.querySelectorAll('*').forEach(function(each) {
            Array.from(each.attributes).forEach(function(attribute) {
              if (/^(data-key|data-live|state|tabindex|role|aria-|hidden|id$)/.test(attribute.name)) {
                each.removeAttribute(attribute.name);
              }
            });
          });
          copy.removeAttribute('data-live');
          if (!copy.matches('.viv-nb-numbered')) { copy.removeAttribute('style'); }
          copy.querySelectorAll('.viv-nb-cell').forEach(function(each) {
            each.classList.remove('viv-nb-selected', 'viv-nb-at');
          });
          function text(url) { return fetch(url).then(function(answer) { return answer.text(); }); }
          function data(image) {
            if (!image.getAttribute('src') || image.src.startsWith('data:')) { return null; }
            return fetch(image.src).then(function(answer) {
                if (!answer.ok) { throw new Error(image.src); }
                return answer.blob(); })
              .then(function(blob) { return new Promise(function(done) {
                var reader = new FileReader();
                reader.onload = function() { image.setAttribute('src', reader.result); done(); };
                reader.onerror = done;
                reader.readAsDataURL(blob); }); })
              .catch(function() { return null; });
          }
          var sheets = Array.from(document.querySelectorAll('link[rel=stylesheet]'))
            .filter(function(link) { return !link.href.endsWith('/katex.css'); })
            .map(function(link) { return text(link.href).catch(function() { return ''; }); });
          return Promise.all([Promise.all(sheets)]
            .concat(Array.from(copy.querySelectorAll('img'), data))).then(function(all) {
              var css = all[0].join('\\n').replace(/@font-face\\s*\\{[^}]*\\}/g, '')
                .replace(/<\\//g, '<\\\\/');
              var title = document.createElement('title');
              title.textContent = document.title;
              return '<!doctype html>\\n<html lang="' + document.documentElement.lang.replace(/"/g, '')
                + '" data-viv-format="notebook">\\n<head>\\n<meta charset="utf-8">\\n'
                + '<meta name="viewport" content="width=device-width, initial-scale=1">\\n'
                + title.outerHTML + '\\n<style>' + css + '</style>\\n</head>\\n<body>\\n'
                + copy.outerHTML + '\\n</body>\\n</html>\\n';
            });
          """)
  static native JSPromise<JSString> of(HTMLElement main);
}
