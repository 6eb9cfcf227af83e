package vivarium.web.notebook;

import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.notebook.keep.History;
import vivarium.web.notebook.keep.Version;
import vivarium.web.work.Lasting;

/** The versions of the notebook that this browser keeps, to look at and to go back to. */
final class HistoryDialog {
  private final History history;
  private final Restore restore;

  /** Goes back to a version. */
  interface Restore {
    void to(Version version);

    /** The notebook as it is now. */
    String now();
  }

  HistoryDialog(History history, Restore restore) {
    this.history = history;
    this.restore = restore;
  }

  void open() {
    history.read(this::show);
  }

  private void show(List<Version> versions) {
    HTMLElement dialog = Markup.dialog("viv-nb-history", Words.of(Word.VERSIONS));
    Markup.text(dialog, Words.of(versions.isEmpty() ? Word.NO_VERSIONS : Word.VERSIONS_HINT));
    if (!versions.isEmpty()) {
      Lasting.tell(Markup.text(dialog, ""));
    }
    HTMLElement list = Markup.add(dialog, "ul", "");
    for (Version version : versions) {
      HTMLElement item = Markup.add(list, "li", "");
      Markup.add(item, "time", "").withText(local(version.copy().saved()));
      Markup.button(
          item,
          "compare",
          Words.of(Word.SEE_BOTH),
          () -> Difference.toggle(item, restore.now(), version.copy().text()));
      Markup.button(
          item,
          "restore",
          Words.of(Word.RESTORE),
          () -> {
            Markup.close(dialog);
            restore.to(version);
          });
    }
    Markup.open(dialog);
  }

  /** A moment as the reader's clock and language have it. */
  @JSBody(
      params = "moment",
      script =
          "var date = new Date(moment); return isNaN(date) ? '' : date.toLocaleString(undefined,"
              + " {dateStyle: 'medium', timeStyle: 'medium'});")
  private static native String local(String moment);
}
