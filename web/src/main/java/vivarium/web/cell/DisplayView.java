package vivarium.web.cell;

import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.display.OutputHtml;
import vivarium.model.display.Shown;
import vivarium.model.output.MimeBundle;
import vivarium.web.text.PageTexts;

/** One value below a cell, which another one can replace. */
final class DisplayView {
  private static final Shown WIDGET = new Shown(MimeBundle.WIDGET, Shown.Kind.READY, "");

  private final ForeignMarkup foreign;
  private HTMLElement element;
  private int version;

  private DisplayView(HTMLElement element, ForeignMarkup foreign) {
    this.element = element;
    this.foreign = foreign;
  }

  /** A value that is shown at once, or as soon as {@code filled} is kept. */
  record Begun(DisplayView view, JSPromise<JSObject> filled) {}

  /** Shows a value in an element that {@code places} makes of its HTML. */
  static Begun begin(MimeBundle bundle, ForeignMarkup foreign, Places places) {
    if (foreign.widgets().has(bundle)) {
      HTMLElement element = places.put(OutputHtml.display(WIDGET, ""));
      return new Begun(new DisplayView(element, foreign), foreign.widgets().show(element, bundle));
    }
    Shown shown = Shown.of(bundle, PageTexts.all());
    if (shown.kind() == Shown.Kind.READY) {
      HTMLElement element = places.put(OutputHtml.display(shown, shown.content()));
      return new Begun(
          new DisplayView(element, foreign), JSPromise.resolve(JSUndefined.instance()));
    }
    HTMLElement element = places.put(OutputHtml.display(shown, ""));
    return new Begun(new DisplayView(element, foreign), foreign.fill(element, shown));
  }

  /** Makes an element of HTML and puts it where it belongs. */
  interface Places {
    HTMLElement put(String html);
  }

  /** Whether it is still on the page. */
  boolean isThere() {
    return CellElement.isConnected(element);
  }

  HTMLElement element() {
    return element;
  }

  /** Shows another value in its place, once that is complete; the last one that was given wins. */
  void update(MimeBundle bundle) {
    int current = ++version;
    if (foreign.widgets().has(bundle)) {
      HTMLElement next = CellElement.create(OutputHtml.display(WIDGET, ""));
      replace(next);
      foreign.widgets().show(next, bundle);
      return;
    }
    Shown shown = Shown.of(bundle, PageTexts.all());
    if (shown.kind() == Shown.Kind.READY) {
      replace(CellElement.create(OutputHtml.display(shown, shown.content())));
      return;
    }
    HTMLElement next = CellElement.create(OutputHtml.display(shown, ""));
    foreign
        .fill(next, shown)
        .onSettled(
            () -> {
              if (current == version) {
                replace(next);
              }
              return JSUndefined.instance();
            });
  }

  private void replace(HTMLElement next) {
    CellElement.keepPicture(element, next);
    CellElement.replace(element, next);
    element = next;
  }
}
