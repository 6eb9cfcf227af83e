package vivarium.web.cell;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.web.text.Messages;

/** The outputs below a cell. */
final class OutputView {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final HTMLElement element;
  private final Sanitizer sanitizer;
  private @Nullable HTMLElement stream;
  private @Nullable HTMLElement leftOut;

  OutputView(HTMLElement element, Sanitizer sanitizer) {
    this.element = element;
    this.sanitizer = sanitizer;
  }

  /** Takes all away, but keeps the height until {@link #settle}, so that nothing below jumps. */
  void replace() {
    element.getStyle().setProperty("min-height", element.getOffsetHeight() + "px");
    element.setAttribute("aria-busy", "true");
    clear();
  }

  /** The run has ended: from now on the outputs are as high as they need. */
  void settle() {
    element.getStyle().removeProperty("min-height");
    element.removeAttribute("aria-busy");
  }

  void clear() {
    element.clear();
    stream = null;
    leftOut = null;
  }

  void show(Output output) {
    if (output instanceof Output.Stream written) {
      append(written);
      return;
    }
    stream = null;
    if (output instanceof Output.Display display) {
      show(display.bundle());
    } else if (output instanceof Output.Result result) {
      show(result.bundle());
    } else if (output instanceof Output.Failure failure) {
      add("pre", "viv-error").withText(failure.traceback());
      element.setScrollTop(element.getScrollHeight()); // The last line says what went wrong.
    }
  }

  void showLeftOut(int characters) {
    if (leftOut == null) {
      leftOut = add("p", "viv-left-out");
    }
    leftOut.withText(Messages.leftOut(characters));
    stream = null;
  }

  /** A word to the reader that is no output of theirs. */
  void notice(String text) {
    stream = null;
    add("p", "viv-notice").withText(text);
  }

  private void append(Output.Stream written) {
    if (stream == null || !written.name().equals(stream.getAttribute("data-stream"))) {
      stream = add("pre", "viv-stream");
      stream.setAttribute("data-stream", written.name());
    }
    stream.appendChild(DOCUMENT.createTextNode(written.text()));
  }

  private void show(MimeBundle bundle) {
    for (String type :
        new String[] {MimeBundle.HTML, MimeBundle.SVG, MimeBundle.PNG, MimeBundle.JPEG}) {
      String data = bundle.data().get(type);
      if (data != null) {
        HTMLElement display = add("div", "viv-display");
        display.setAttribute("data-mime", type);
        show(display, type, data);
        return;
      }
    }
    HTMLElement display = add("div", "viv-display");
    display.setAttribute("data-mime", MimeBundle.TEXT);
    String text = bundle.data().get(MimeBundle.TEXT);
    display.appendChild(DOCUMENT.createElement("pre").withText(text == null ? "" : text));
  }

  private void show(HTMLElement display, String type, String data) {
    if (type.equals(MimeBundle.HTML)) {
      sanitizer.fill(display, data);
    } else {
      HTMLElement image = DOCUMENT.createElement("img");
      image.setAttribute("src", Sanitizer.dataUrl(type, data));
      image.setAttribute("alt", Messages.OUTPUT);
      display.appendChild(image);
    }
  }

  private HTMLElement add(String tag, String name) {
    HTMLElement added = DOCUMENT.createElement(tag);
    added.setClassName(name);
    element.appendChild(added);
    return added;
  }
}
