package vivarium.web.work;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** Says that the browser does not keep the reader's work, for as long as it does not. */
final class Trouble {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final Runnable download;
  private @Nullable HTMLElement box;
  private String said = "";

  /**
   * Says nothing yet.
   *
   * @param download lets the reader take their work with them
   */
  Trouble(Runnable download) {
    this.download = download;
  }

  /** All is well again. */
  void none() {
    if (said.startsWith(PageTexts.of(Message.NOT_KEPT))) {
      close();
    }
  }

  /** Some of what is kept cannot be read. */
  void unreadable(int count) {
    if (count > 0) {
      say(WorkTexts.unreadable(count));
    }
  }

  /**
   * Nothing can be kept.
   *
   * @param reason the browser's name for it; empty when it says nothing
   */
  void notKept(String reason) {
    say(PageTexts.of(Message.NOT_KEPT) + " " + WorkTexts.notKept(reason));
  }

  private void say(String text) {
    if (text.equals(said)) {
      return;
    }
    close();
    said = text;
    HTMLElement made = DOCUMENT.createElement("aside");
    made.setClassName("viv-trouble");
    made.setAttribute("role", "alert");
    DOCUMENT.getBody().appendChild(made);
    Markup.text(made, text);
    Markup.button(made, "download", PageTexts.of(Message.DOWNLOAD_WORK), download);
    HTMLElement close = Markup.button(made, "close", "×", made::delete);
    close.setAttribute("aria-label", PageTexts.of(Message.CLOSE));
    box = made;
  }

  private void close() {
    if (box != null) {
      box.delete();
      box = null;
    }
    said = "";
  }
}
