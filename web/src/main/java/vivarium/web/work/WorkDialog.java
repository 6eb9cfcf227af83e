package vivarium.web.work;

import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.JsonException;
import vivarium.model.text.Message;
import vivarium.web.drafts.Draft;
import vivarium.web.drafts.WorkFile;
import vivarium.web.text.PageTexts;

/** What a reader can do with their work: take it with them, restore it, look at it, remove it. */
final class WorkDialog {
  private static final HTMLDocument DOCUMENT = HTMLDocument.current();

  private final Keeper keeper;
  private final Downloads downloads;
  private final HTMLElement dialog;
  private String message = "";

  WorkDialog(Keeper keeper, Downloads downloads) {
    this.keeper = keeper;
    this.downloads = downloads;
    dialog = DOCUMENT.createElement("dialog");
    dialog.setClassName("viv-dialog");
    dialog.setAttribute("aria-label", PageTexts.of(Message.WORK));
    WorkButton.keepKeys(dialog);
  }

  void open() {
    message = "";
    DOCUMENT.getBody().appendChild(dialog);
    draw();
    showModal(dialog);
  }

  /** Shows what has become of the work, when the dialog is open. */
  void update() {
    if (dialog.hasAttribute("open") && dialog.querySelector("[data-action=erase]") != null) {
      draw();
    }
  }

  private void draw() {
    dialog.clear();
    Markup.add(dialog, "h2", "").withText(PageTexts.of(Message.WORK));
    HTMLElement close = Markup.button(dialog, "close", "×", () -> close(dialog));
    close.setAttribute("aria-label", PageTexts.of(Message.CLOSE));
    List<Held> edited = edited();
    Markup.text(
        dialog, edited.isEmpty() ? PageTexts.of(Message.NO_WORK) : WorkTexts.work(edited.size()));
    if (!edited.isEmpty()) {
      Lasting.tell(Markup.text(dialog, ""));
    }
    if (keeper.unreadable() > 0) {
      Markup.text(dialog, WorkTexts.unreadable(keeper.unreadable()));
    }
    HTMLElement said = Markup.text(dialog, message);
    said.setAttribute("role", "status");
    HTMLElement out = row(PageTexts.of(Message.DOWNLOAD));
    Markup.button(out, "download-py", PageTexts.of(Message.AS_SCRIPT), downloads::script);
    Markup.button(out, "download-ipynb", PageTexts.of(Message.AS_NOTEBOOK), downloads::notebook);
    Markup.button(out, "download-json", PageTexts.of(Message.AS_JSON), downloads::all);
    if (OwnFile.isThere()) {
      Markup.button(out, "save-own", PageTexts.of(Message.SAVE_OWN), downloads::own);
    }
    HTMLElement more = row(PageTexts.of(Message.MORE));
    Markup.button(
        more, "restore", PageTexts.of(Message.RESTORE), () -> Files.choose(".json", this::restore));
    if (!edited.isEmpty()) {
      Markup.button(more, "reset-all", PageTexts.of(Message.RESET_ALL), this::resetAll);
    }
    Markup.button(more, "erase", PageTexts.of(Message.ERASE), this::confirm);
    earlier();
  }

  private HTMLElement row(String title) {
    Markup.add(dialog, "h3", "").withText(title);
    return Markup.add(dialog, "div", "viv-actions");
  }

  private List<Held> edited() {
    return keeper.cells().edited();
  }

  private void earlier() {
    List<Draft> drafts = keeper.cells().earlier();
    if (drafts.isEmpty()) {
      return;
    }
    Markup.add(dialog, "h3", "").withText(PageTexts.of(Message.EARLIER));
    HTMLElement list = Markup.add(dialog, "ul", "viv-earlier");
    for (Draft draft : drafts) {
      HTMLElement item = Markup.add(list, "li", "");
      HTMLElement details = Markup.add(item, "details", "");
      HTMLElement summary = Markup.add(details, "summary", "");
      Markup.add(summary, "code", "").withText(draft.place().cell());
      Markup.add(summary, "span", "").withText(local(draft.saved()));
      Markup.add(details, "pre", "").withText(draft.text());
      HTMLElement actions = Markup.add(details, "div", "viv-actions");
      if (draft.earlier() && keeper.cells().home(draft).isPresent()) {
        Markup.button(
            actions, "take-up", PageTexts.of(Message.TAKE_UP), () -> keeper.takeUp(draft));
      }
      Markup.button(actions, "copy", PageTexts.of(Message.COPY), () -> Files.copy(draft.text()));
      Markup.button(
          actions, "download", PageTexts.of(Message.DOWNLOAD), () -> downloads.piece(draft));
      Markup.button(
          actions,
          "delete",
          PageTexts.of(Message.DELETE),
          () -> keeper.choose(kept -> kept.remove(draft.id())));
    }
  }

  private void restore(String text) {
    try {
      List<Draft> drafts = WorkFile.read(text).drafts();
      keeper.restore(drafts);
      message = WorkTexts.restored(drafts.size());
    } catch (JsonException e) {
      message = PageTexts.of(Message.NOT_RESTORED) + " (" + e.getMessage() + ")";
    }
    draw();
  }

  private void resetAll() {
    List<Held> cells = edited();
    cells.forEach(held -> held.cell.reset());
    message = PageTexts.of(Message.RESET_DONE);
    draw();
  }

  /** Names what goes before it goes. */
  private void confirm() {
    dialog.clear();
    Markup.add(dialog, "h2", "").withText(PageTexts.of(Message.ERASE));
    List<String> cells = new ArrayList<>();
    edited().forEach(held -> cells.add(held.cell.id()));
    Markup.text(
        dialog, WorkTexts.erasing(cells, keeper.cells().earlier().size() + keeper.unreadable()));
    HTMLElement actions = Markup.add(dialog, "div", "viv-actions");
    Markup.button(
        actions,
        "erase-now",
        PageTexts.of(Message.ERASE_NOW),
        () -> {
          keeper.erase();
          message = PageTexts.of(Message.ERASED);
          draw();
        });
    HTMLElement cancel = Markup.button(actions, "cancel", PageTexts.of(Message.CANCEL), this::draw);
    cancel.focus();
  }

  @JSBody(params = "dialog", script = "dialog.showModal();")
  private static native void showModal(HTMLElement dialog);

  @JSBody(params = "dialog", script = "dialog.close();")
  private static native void close(HTMLElement dialog);

  /** A moment as the reader's clock and language have it. */
  @JSBody(
      params = "moment",
      script =
          "var date = new Date(moment); return isNaN(date) ? '' : date.toLocaleString(undefined,"
              + " {dateStyle: 'medium', timeStyle: 'short'});")
  private static native String local(String moment);
}
