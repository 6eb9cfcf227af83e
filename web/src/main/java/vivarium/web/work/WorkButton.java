package vivarium.web.work;

import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** Says in a word how the reader's work is, and leads to what can be done with it. */
final class WorkButton {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final HTMLElement box;
  private final HTMLElement button;
  private final HTMLElement state;
  private final Keeper keeper;
  private boolean failing;

  WorkButton(Keeper keeper, Runnable onPress) {
    this.keeper = keeper;
    box = DOCUMENT.createElement("div");
    box.setClassName("viv-work");
    button = Markup.button(box, "work", "", onPress);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-label", PageTexts.of(Message.WORK));
    Markup.add(button, "span", "viv-work-name").withText(PageTexts.of(Message.WORK));
    state = Markup.add(button, "span", "viv-work-state");
    keepKeys(box);
    DOCUMENT.getBody().appendChild(box);
  }

  void update(boolean fails) {
    failing = fails;
    update();
  }

  void update() {
    String word = word();
    if (!state.getTextContent().equals(word)) {
      state.withText(word);
      button.setAttribute(
          "aria-label", PageTexts.of(Message.WORK) + (word.isEmpty() ? "" : ": " + word));
      box.setAttribute("data-state", word.isEmpty() ? "none" : failing ? "failed" : "edited");
    }
  }

  private String word() {
    if (keeper.cells().edited().isEmpty()) {
      return "";
    }
    if (failing) {
      return PageTexts.of(Message.WORK_NOT_KEPT);
    }
    return keeper.isDirty() ? PageTexts.of(Message.WORK_EDITED) : PageTexts.of(Message.WORK_SAVED);
  }

  /** Keys that press a button turn no slide. */
  @JSBody(
      params = "element",
      script = "element.addEventListener('keydown', function(event) { event.stopPropagation(); });")
  static native void keepKeys(HTMLElement element);
}
