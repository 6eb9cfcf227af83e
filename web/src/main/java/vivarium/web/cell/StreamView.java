package vivarium.web.cell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;
import vivarium.model.display.Terminal;

/** What a cell prints to one stream, shown while it arrives. */
final class StreamView {
  /** When more than this was drawn anew, in characters, the next drawing is put off. */
  private static final int LARGE = 16_384;

  /** How long it is put off, in milliseconds. */
  private static final int PAUSE = 100;

  private final HTMLElement element;
  private final Terminal terminal = new Terminal();

  /** The last node of each piece that is shown. */
  private final List<Node> ends = new ArrayList<>();

  private int redrawn;
  private boolean waiting;

  StreamView(HTMLElement element) {
    this.element = element;
  }

  void write(String text) {
    terminal.write(text);
    if (redrawn <= LARGE) {
      draw();
    } else if (!waiting) {
      waiting = true;
      Window.setTimeout(this::drawLate, PAUSE);
    }
  }

  /** Shows what has arrived. */
  void draw() {
    Terminal.Update update = terminal.update();
    boolean replaces = update.kept() < ends.size();
    if (replaces) {
      cut(element, update.kept() == 0 ? null : ends.get(update.kept() - 1));
      ends.subList(update.kept(), ends.size()).clear();
    }
    redrawn = 0;
    for (String html : update.added()) {
      append(html);
      redrawn += replaces ? html.length() : 0;
    }
  }

  private void drawLate() {
    waiting = false;
    draw();
  }

  private void append(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      element.appendChild(HTMLDocument.current().createTextNode(html));
    } else {
      CellElement.append(element, html);
    }
    ends.add(element.getLastChild());
  }

  /** Takes away all nodes after {@code last}, or all. */
  @JSBody(
      params = {"element", "last"},
      script = "while (element.lastChild !== last) { element.lastChild.remove(); }")
  private static native void cut(HTMLElement element, @Nullable Node last);
}
