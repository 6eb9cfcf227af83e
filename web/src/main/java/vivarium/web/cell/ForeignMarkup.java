package vivarium.web.cell;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.display.Shown;
import vivarium.model.output.MimeBundle;
import vivarium.model.text.Message;
import vivarium.web.loading.Cleaning;
import vivarium.web.loading.Loaders;
import vivarium.web.text.PageTexts;

/** Shows HTML, Markdown and TeX that a cell made, without what could act on the page. */
final class ForeignMarkup {
  private final boolean isForeign;
  private final Widgets widgets;
  private final Lazy purify;
  private final Lazy typesetter;
  private final Lazy styles;

  /**
   * @param mathematics the folder of what mathematics and Markdown need, with a final slash
   */
  ForeignMarkup(Loaders loaders, String mathematics) {
    isForeign = loaders.isForeign();
    widgets = new Widgets(loaders.widgets(), isForeign);
    purify = new Lazy(loaders::sanitizer);
    typesetter = new Lazy(() -> loaders.typesetter(mathematics));
    styles = new Lazy(() -> addStyles(mathematics + "katex.css"));
  }

  Widgets widgets() {
    return widgets;
  }

  /**
   * Fills {@code element} once the scripts for it are there, or says why it cannot be filled. The
   * promise is always kept.
   */
  JSPromise<JSObject> fill(HTMLElement element, Shown shown) {
    return fill(shown, element, html -> html, isForeign ? Cleaning::fillFramed : Cleaning::fill);
  }

  /** One of the ways to fill an element. */
  private interface Way {
    void fill(Cleaning cleaning, HTMLElement element, String html, boolean isTypeset);
  }

  private JSPromise<JSObject> fill(
      Shown shown, HTMLElement element, UnaryOperator<String> finish, Way way) {
    return html(shown)
        .then(html -> JSString.valueOf(finish.apply(html.stringValue())))
        .flatThen(
            html ->
                purify
                    .get()
                    .then(
                        module -> {
                          boolean isTypeset = shown.kind() != Shown.Kind.HTML;
                          way.fill((Cleaning) module, element, html.stringValue(), isTypeset);
                          return element;
                        }))
        .catchError(
            reason -> {
              element.withText(PageTexts.of(Message.INCOMPLETE));
              return JSUndefined.instance();
            });
  }

  /**
   * Fills {@code element} with Markdown, as {@link #fill}.
   *
   * @param finish completes the HTML before it is cleaned
   */
  JSPromise<JSObject> markdown(HTMLElement element, String text, UnaryOperator<String> finish) {
    Shown shown = Shown.of(new MimeBundle(Map.of(MimeBundle.MARKDOWN, text)), PageTexts.all());
    return fill(shown, element, finish, isForeign ? Cleaning::fillStill : Cleaning::fill);
  }

  private JSPromise<JSString> html(Shown shown) {
    if (shown.kind() == Shown.Kind.HTML) {
      return JSPromise.resolve(JSString.valueOf(shown.content()));
    }
    return typesetter
        .get()
        .flatThen(
            module -> {
              String html =
                  shown.kind() == Shown.Kind.LATEX
                      ? latex(module, shown.content())
                      : markdown(module, shown.content());
              JSString ready = JSString.valueOf(html);
              return html.contains("class=\"katex\"")
                  ? styles.get().then(there -> ready)
                  : JSPromise.resolve(ready);
            });
  }

  /** What is loaded when it is needed first. */
  private static final class Lazy {
    private final Supplier<JSPromise<JSObject>> load;
    private @Nullable JSPromise<JSObject> loaded;

    Lazy(Supplier<JSPromise<JSObject>> load) {
      this.load = load;
    }

    JSPromise<JSObject> get() {
      if (loaded == null) {
        loaded = load.get();
      }
      return loaded;
    }
  }

  @JSBody(
      params = {"module", "text"},
      script = "return module.markdown(text);")
  private static native String markdown(JSObject module, String text);

  @JSBody(
      params = {"module", "text"},
      script = "return module.latex(text);")
  private static native String latex(JSObject module, String text);

  /** Puts a stylesheet before the author's, unless the page has it; waits until it counts. */
  @JSBody(
      params = "url",
      script =
          "var links = Array.from(document.querySelectorAll('link[rel=stylesheet]'));"
              + " if (document.querySelector('[data-viv-style=\"katex.css\"]')"
              + "  || links.some(function(link) { return link.href === url; })) {"
              + "  return Promise.resolve(null); }"
              + " return new Promise(function(done) { var link = document.createElement('link');"
              + "  link.rel = 'stylesheet'; link.href = url; link.onload = link.onerror = done;"
              + "  var theme = links.find(function(each) { return /\\/theme\\.css$/.test(each.href); });"
              + "  if (theme) { theme.after(link); } else { document.head.prepend(link); } });")
  private static native JSPromise<JSObject> addStyles(String url);
}
