package vivarium.web.cell;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.DocumentFragment;
import vivarium.model.display.OutputHtml;
import vivarium.model.display.Terminal;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.web.text.PageTexts;

/** The outputs below a cell: at first the author's, then those of each run. */
final class OutputView {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  /** Of how many earlier runs the outputs stay: enough to compare, and no burden for a page. */
  private static final int MOST_RUNS = 20;

  private final HTMLElement element;
  private final ForeignMarkup foreign;
  private final Displays displays;
  private final boolean appends;
  private @Nullable DocumentFragment authors;
  private @Nullable StreamView stream;
  private String streamName = "";
  private @Nullable HTMLElement skipped;
  private @Nullable HTMLElement end;
  private boolean follows;
  private boolean clears;
  private @Nullable DocumentFragment cleared;
  private int filling;
  private boolean settled = true;
  private boolean hasRun;

  /**
   * @param appends whether the outputs of earlier runs stay
   */
  OutputView(HTMLElement element, ForeignMarkup foreign, Displays displays, boolean appends) {
    this.appends = appends;
    this.element = element;
    this.foreign = foreign;
    this.displays = displays;
  }

  /** Lets outputs that wait for a step of the deck wait no longer. */
  void appear() {
    element.getClassList().remove("fragment");
    element.removeAttribute("data-fragment-index");
  }

  /** Takes all away, but keeps the height until {@link #settle}, so that nothing below jumps. */
  void replace() {
    settled = false;
    keepHeight();
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
    if (element.hasChildNodes()) {
      CellElement.append(element, "<hr class=\"viv-run-end\">");
    }
    CellElement.keepRuns(element, MOST_RUNS);
  }

  private void keepHeight() {
    element.getStyle().setProperty("min-height", element.getOffsetHeight() + "px");
  }

  /** Takes away what was shown so far: now, or when there is something new to show. */
  void clear(boolean waits) {
    clears = true;
    if (!waits) {
      clearNow();
    }
  }

  private void clearNow() {
    if (!settled) {
      keepHeight();
    }
    cleared = clear();
  }

  /** The run has ended: from now on the outputs are as high as they need. */
  void settle() {
    endStream();
    settled = true;
    if (follows) {
      element.setScrollTop(element.getScrollHeight());
      follows = false;
    }
    release();
    if (appends) {
      element.setScrollTop(element.getScrollHeight()); // The newest run is what a reader wants.
    }
  }

  /** Returns what was taken away and is of no more use. */
  @Nullable DocumentFragment clear() {
    DocumentFragment taken = CellElement.takeChildren(element);
    stream = null;
    streamName = "";
    skipped = null;
    end = null;
    clears = false;
    cleared = null;
    if (authors == null) {
      authors = taken;
      return null;
    }
    return taken;
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
    endSkipping();
    if (clears) {
      clearNow();
    }
    if (output instanceof Output.Stream written) {
      append(written);
      return;
    }
    endStream();
    if (output instanceof Output.Display display) {
      DisplayView view = show(display.bundle());
      if (!display.displayId().isEmpty()) {
        displays.add(display.displayId(), view);
      }
    } else if (output instanceof Output.Result result) {
      show(result.bundle());
    } else if (output instanceof Output.Failure failure) {
      HTMLElement shown = add(OutputHtml.failure(failure, PageTexts.all()));
      element.setScrollTop(shown.getOffsetTop() - element.getOffsetTop());
      follows = false;
    } else if (output instanceof Output.LeftOut leftOut) {
      add(OutputHtml.leftOut(leftOut, PageTexts.all()));
    }
  }

  /**
   * Shows how much is being left out, and how what the cell writes ends for now, until there is
   * something else to show.
   */
  void skip(Output.LeftOut leftOut, Output.Stream written) {
    endStream();
    boolean begins = end == null;
    endSkipping();
    follows = follows || begins;
    if (!leftOut.isNothing()) {
      skipped = add(OutputHtml.leftOut(leftOut, PageTexts.all()));
    }
    end = add(OutputHtml.stream(written.name(), Terminal.html(written.text())));
    if (follows) {
      element.setScrollTop(element.getScrollHeight());
    }
  }

  private void endSkipping() {
    if (end != null) {
      follows = CellElement.isAtEnd(element);
      end.delete();
      end = null;
    }
    if (skipped != null) {
      skipped.delete();
      skipped = null;
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

  private DisplayView show(MimeBundle bundle) {
    DisplayView.Begun begun = DisplayView.begin(bundle, foreign, this::add);
    if (cleared != null) {
      CellElement.keepPicture(cleared, begun.view().element());
      cleared = null;
    }
    filling++;
    begun
        .filled()
        .onSettled(
            () -> {
              filling--;
              release();
              return JSUndefined.instance();
            });
    return begun.view();
  }

  private void release() {
    if (settled && filling == 0) {
      element.getStyle().removeProperty("min-height");
      element.removeAttribute("aria-busy");
    }
  }

  private HTMLElement add(String html) {
    return CellElement.append(element, html);
  }
}
