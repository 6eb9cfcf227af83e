package vivarium.web.cell;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.DocumentFragment;
import vivarium.model.display.OutputHtml;
import vivarium.model.display.Shown;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** The outputs below a cell: at first the author's, then those of each run. */
final class OutputView {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  /** Of how many earlier runs the outputs stay: enough to compare, and no burden for a page. */
  private static final int MOST_RUNS = 20;

  private final HTMLElement element;
  private final ForeignMarkup foreign;
  private final boolean appends;
  private @Nullable DocumentFragment authors;
  private @Nullable StreamView stream;
  private String streamName = "";
  private @Nullable HTMLElement leftOut;
  private int filling;
  private boolean settled = true;
  private boolean hasRun;

  /**
   * @param appends whether the outputs of earlier runs stay
   */
  OutputView(HTMLElement element, ForeignMarkup foreign, boolean appends) {
    this.appends = appends;
    this.element = element;
    this.foreign = foreign;
  }

  /** Lets outputs that wait for a step of the deck wait no longer. */
  void appear() {
    element.getClassList().remove("fragment");
    element.removeAttribute("data-fragment-index");
  }

  /** Takes all away, but keeps the height until {@link #settle}, so that nothing below jumps. */
  void replace() {
    settled = false;
    element.getStyle().setProperty("min-height", element.getOffsetHeight() + "px");
    element.setAttribute("aria-busy", "true");
    if (appends && hasRun) {
      beginAnew();
    } else {
      clear();
    }
    hasRun = true;
  }

  /** Parts the outputs of the next run from those before, of which only so many stay. */
  private void beginAnew() {
    endStream();
    leftOut = null;
    if (element.hasChildNodes()) {
      CellElement.append(element, "<hr class=\"viv-run-end\">");
    }
    CellElement.keepRuns(element, MOST_RUNS);
  }

  /** The run has ended: from now on the outputs are as high as they need. */
  void settle() {
    endStream();
    settled = true;
    release();
    if (appends) {
      element.setScrollTop(element.getScrollHeight()); // The newest run is what a reader wants.
    }
  }

  void clear() {
    DocumentFragment taken = CellElement.takeChildren(element);
    if (authors == null) {
      authors = taken;
    }
    stream = null;
    streamName = "";
    leftOut = null;
  }

  /** Brings back what the author's page shows. */
  void restore() {
    hasRun = false;
    if (authors != null) {
      clear();
      element.appendChild(authors.cloneNode(true));
    }
    settle();
  }

  void show(Output output) {
    if (output instanceof Output.Stream written) {
      append(written);
      return;
    }
    endStream();
    if (output instanceof Output.Display display) {
      show(display.bundle());
    } else if (output instanceof Output.Result result) {
      show(result.bundle());
    } else if (output instanceof Output.Failure failure) {
      HTMLElement shown = add(OutputHtml.failure(failure, PageTexts.all()));
      element.setScrollTop(shown.getOffsetTop() - element.getOffsetTop());
    }
  }

  /** Says last of all outputs how much was left out. */
  void showLeftOut(int characters) {
    if (leftOut == null) {
      leftOut = add(OutputHtml.leftOut(characters, PageTexts.all()));
    } else {
      leftOut.withText(PageTexts.of(Message.LEFT_OUT, PageTexts.all().number(characters)));
    }
  }

  /** A word to the reader that is no output of theirs. */
  void notice(String text) {
    endStream();
    HTMLElement notice = DOCUMENT.createElement("p").withText(text);
    notice.setClassName("viv-notice");
    element.appendChild(notice);
  }

  private void append(Output.Stream written) {
    if (stream == null || !written.name().equals(streamName)) {
      endStream();
      stream = new StreamView(add(OutputHtml.stream(written.name(), "")));
      streamName = written.name();
    }
    stream.write(written.text());
  }

  private void endStream() {
    if (stream != null) {
      stream.draw();
      stream = null;
    }
  }

  private void show(MimeBundle bundle) {
    Shown shown = Shown.of(bundle, PageTexts.all());
    if (shown.kind() == Shown.Kind.READY) {
      add(OutputHtml.display(shown, shown.content()));
      return;
    }
    filling++;
    JSPromise<JSObject> filled = foreign.fill(add(OutputHtml.display(shown, "")), shown);
    filled.onSettled(
        () -> {
          filling--;
          release();
          return JSUndefined.instance();
        });
  }

  private void release() {
    if (settled && filling == 0) {
      element.getStyle().removeProperty("min-height");
      element.removeAttribute("aria-busy");
    }
  }

  private HTMLElement add(String html) {
    return leftOut == null
        ? CellElement.append(element, html)
        : CellElement.insertBefore(leftOut, html);
  }
}
