package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Makes the few kinds of elements that the tools of a notebook consist of. */
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
    return add(parent, "p", "").withText(text);
  }

  /** A button that says what it does, last in {@code parent}. */
  static HTMLElement button(HTMLElement parent, String action, String name, Runnable onPress) {
    HTMLElement button = add(parent, "button", "");
    button.setAttribute("type", "button");
    button.setAttribute("data-nb", action);
    button.withText(name);
    button.onClick(event -> onPress.run());
    return button;
  }

  /** A dialog with a title and a cross to close it. */
  static HTMLElement dialog(String className, String title) {
    HTMLElement dialog = DOCUMENT.createElement("dialog");
    dialog.setClassName("viv-dialog " + className);
    dialog.setAttribute("aria-label", title);
    add(dialog, "h2", "").withText(title);
    HTMLElement close = button(dialog, "close", "×", () -> close(dialog));
    close.setAttribute("aria-label", Words.of(Word.CLOSE));
    close.setAttribute("data-action", "close");
    return dialog;
  }

  /** Shows a dialog over the page. */
  @JSBody(
      params = "dialog",
      script =
          "document.body.appendChild(dialog); dialog.onclose = function() { dialog.remove(); };"
              + " dialog.showModal();")
  static native void open(HTMLElement dialog);

  @JSBody(params = "dialog", script = "dialog.close();")
  static native void close(HTMLElement dialog);
}
