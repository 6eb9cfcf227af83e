package vivarium.web.notebook;

import java.util.List;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.NotebookCell.Kind;

/** The bar over the notebook: what is needed most, and the way to all the rest. */
final class Toolbar {
  private final HTMLElement state;
  private final HTMLElement said;
  private final HTMLElement bar;
  private final Desk desk;
  private final CellEdits edits;

  /**
   * @param main the element that holds the notebook
   */
  Toolbar(HTMLElement main, Desk desk, CellEdits edits, Commands commands) {
    this.desk = desk;
    this.edits = edits;
    bar = HTMLDocument.current().createElement("div");
    bar.setClassName("viv-nb-bar");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", Words.of(Word.TOOLS));
    button(bar, commands, "run-next");
    button(bar, commands, "stop");
    button(bar, commands, "restart-run-all");
    separator(bar);
    named(bar, "add-code", Word.ADD_CODE, Word.INSERT_BELOW, () -> add(Kind.CODE));
    named(bar, "add-text", Word.ADD_TEXT, Word.INSERT_BELOW, () -> add(Kind.MARKDOWN));
    separator(bar);
    for (String id : List.of("edit", "move-up", "move-down", "delete", "undo")) {
      button(bar, commands, id);
    }
    state = Markup.add(bar, "span", "viv-nb-state");
    button(bar, commands, "find");
    button(bar, commands, "files");
    button(bar, commands, "contents");
    button(bar, commands, "palette");
    said = Markup.add(bar, "span", "viv-nb-said");
    said.setAttribute("role", "status");
    main.insertBefore(bar, main.getFirstChild());
  }

  private static void button(HTMLElement bar, Commands commands, String id) {
    Command command = commands.get(id).orElseThrow();
    HTMLElement button = Markup.button(bar, id, "", command.action());
    String title = Words.of(command.title());
    button.setAttribute("aria-label", title);
    button.setAttribute("title", KeyNames.with(title, command));
  }

  private static void named(HTMLElement bar, String id, Word name, Word title, Runnable onPress) {
    HTMLElement button = Markup.button(bar, id, Words.of(name), onPress);
    button.setAttribute("title", Words.of(title));
    button.setAttribute("aria-label", Words.of(title) + ": " + Words.of(name));
  }

  private static void separator(HTMLElement bar) {
    Markup.add(bar, "span", "viv-nb-gap");
  }

  private void add(Kind kind) {
    edits.add(desk.selection().to() + 1, kind);
    desk.edit();
  }

  /** Says how the reader's work is. */
  void setState(String text) {
    if (!state.getTextContent().equals(text)) {
      state.withText(text);
    }
  }

  /** Says to those who do not see it what a cell does. */
  void say(String text) {
    said.withText(text);
  }

  /** Shows whether a cell runs. */
  void setBusy(boolean busy) {
    Dom.toggle(bar, "viv-nb-busy", busy);
  }
}
