package vivarium.web.work;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Makes the few kinds of elements that the reader's work is shown with. */
final class Markup {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private Markup() {}

  /** An element of this class, last in {@code parent}. */
  static HTMLElement add(HTMLElement parent, String name, String className) {
    HTMLElement element = DOCUMENT.createElement(name);
    if (!className.isEmpty()) {
      element.setClassName(className);
    }
    parent.appendChild(element);
    return element;
  }

  /** A paragraph, last in {@code parent}. */
  static HTMLElement text(HTMLElement parent, String text) {
    HTMLElement element = add(parent, "p", "");
    element.withText(text);
    return element;
  }

  /** A button, last in {@code parent}. */
  static HTMLElement button(HTMLElement parent, String action, String name, Runnable onPress) {
    HTMLElement button = add(parent, "button", "");
    button.setAttribute("type", "button");
    button.setAttribute("data-action", action);
    button.withText(name);
    button.onClick(event -> onPress.run());
    return button;
  }
}
