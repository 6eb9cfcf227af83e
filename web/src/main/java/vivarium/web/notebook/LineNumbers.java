package vivarium.web.notebook;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.notebook.edit.Book;

/**
 * Numbers before the lines of code, in all cells or in none. The style sheet cuts a list of numbers
 * to the height of each cell, so only the longest has to be known.
 */
final class LineNumbers {
  private static final String CLASS = "viv-nb-numbered";
  private static final int FEWEST = 64;

  private final HTMLElement main;
  private final Book book;
  private boolean shown;
  private int most;

  /**
   * @param main the element that holds the notebook
   */
  LineNumbers(HTMLElement main, Book book) {
    this.main = main;
    this.book = book;
  }

  /** Shows them where the reader wanted them last. */
  void restore() {
    if (noted()) {
      toggle();
    }
  }

  void toggle() {
    shown = !shown;
    note(shown);
    changed();
    Dom.toggle(main, CLASS, shown);
  }

  /** The notebook is another. */
  void changed() {
    if (shown) {
      int longest = book.items().stream().mapToInt(it -> lines(it.cell().source())).max().orElse(0);
      if (longest > most) {
        most = Math.max(FEWEST, 2 * longest);
        number(main, most);
      }
    }
  }

  private static int lines(String source) {
    int lines = 1;
    for (int at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }

  @JSBody(
      params = {"main", "most"},
      script =
          "var list = []; for (var i = 1; i <= most; i++) { list.push(i); }"
              + " main.style.setProperty('--viv-lines', '\"' + list.join('\\\\a ') + '\"');")
  private static native void number(HTMLElement main, int most);

  @JSBody(
      script =
          "try { return localStorage.getItem('vivarium-line-numbers') !== null; }"
              + " catch (error) { return false; }")
  private static native boolean noted();

  @JSBody(
      params = "shown",
      script =
          "try { if (shown) { localStorage.setItem('vivarium-line-numbers', ''); }"
              + " else { localStorage.removeItem('vivarium-line-numbers'); } }"
              + " catch (error) { /* It is asked for again, then. */ }")
  private static native void note(boolean shown);
}
