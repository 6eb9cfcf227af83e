package vivarium.web.notebook;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.drafts.LineDiff;

/** Shows how what two notebooks say differs. */
final class Difference {
  private Difference() {}

  /**
   * Shows it at the end of an element, or takes it away again.
   *
   * @param mine the text of one notebook
   * @param other that of the other
   */
  static void toggle(HTMLElement box, String mine, String other) {
    @Nullable HTMLElement open = box.querySelector(".viv-difference");
    if (open != null) {
      open.delete();
      return;
    }
    HTMLElement difference = Markup.add(box, "div", "viv-difference");
    Markup.text(difference, Words.of(Word.LEGEND));
    HTMLElement lines = Markup.add(difference, "pre", "");
    lines.setAttribute("tabindex", "0");
    for (LineDiff line : LineDiff.of(SourceText.of(mine), SourceText.of(other))) {
      switch (line.kind()) {
        case BOTH -> Markup.add(lines, "span", "").withText("  " + line.line() + "\n");
        case ONLY_FIRST -> Markup.add(lines, "del", "").withText("− " + line.line() + "\n");
        case ONLY_SECOND -> Markup.add(lines, "ins", "").withText("+ " + line.line() + "\n");
      }
    }
  }
}
