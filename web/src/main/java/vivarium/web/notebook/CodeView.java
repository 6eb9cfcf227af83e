package vivarium.web.notebook;

import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.output.Outputs;
import vivarium.web.cell.Cells;

/** A cell of code: a live cell of the page, with the number of its last run beside it. */
final class CodeView extends CellView {
  private final HTMLElement cell;
  private final HTMLElement count;
  private final Cells cells;
  private Optional<Outputs> waiting = Optional.empty();
  private boolean live;

  private CodeView(int key, HTMLElement section, EditableCell shown, Cells cells) {
    super(key, section, shown);
    this.cells = cells;
    cell = section.querySelector("viv-cell");
    cell.setAttribute("id", "cell-" + key);
    count = section.querySelector(".viv-nb-count");
  }

  /** Takes over what the site was built with. */
  static CodeView adopt(int key, HTMLElement section, EditableCell shown, Cells cells) {
    CodeView view = new CodeView(key, section, shown, cells);
    if (!view.source().getTextContent().equals(code(shown))) {
      view.source().withText(code(shown)); // HTML cannot hold every character.
    }
    return view;
  }

  /** Makes a cell that is in no page yet. */
  static CodeView create(int key, EditableCell shown, Cells cells) {
    HTMLElement section =
        Dom.create(
            "<section class=\"viv-nb-cell\" data-kind=\"code\"><div class=\"viv-nb-count\"></div>"
                + "<viv-cell state=\"static\" data-toolbar=\"run\"><pre class=\"viv-source\">"
                + "<code class=\"language-python\"></code></pre>"
                + "<div class=\"viv-output\" aria-live=\"polite\"></div></viv-cell></section>");
    CodeView view = new CodeView(key, section, shown, cells);
    view.source().withText(code(shown));
    NotebookCell content = shown.content();
    view.setCount(content);
    view.showOutputs(content.outputs());
    return view;
  }

  private HTMLElement source() {
    return cell.querySelector("pre.viv-source > code");
  }

  /** The code as an editor has it. */
  private static String code(EditableCell cell) {
    return cell.content().source();
  }

  /** The element that runs. */
  HTMLElement cell() {
    return cell;
  }

  /** The element has become a live cell: shows what it could not show before. */
  void connected() {
    live = true;
    waiting.ifPresent(this::showOutputs);
  }

  private void showOutputs(Outputs outputs) {
    waiting = live ? Optional.empty() : Optional.of(outputs);
    if (live) {
      cells.show(cell, outputs);
    }
  }

  /** Shows the number of the last run, or that one is on its way. */
  void setCount(String text) {
    count.withText(text);
  }

  /** Shows the number of the last run. */
  void showCount() {
    setCount(shown().content());
  }

  /** Shows how long the last run took. */
  void setTime(int milliseconds) {
    if (milliseconds > 0) {
      boolean isShort = milliseconds < 1000;
      String tenths = Math.round(milliseconds / 100.0) / 10.0 + " s";
      count.setAttribute("title", Words.of(Word.TOOK, isShort ? milliseconds + " ms" : tenths));
    }
  }

  private void setCount(NotebookCell content) {
    setCount(content.executionCount().map(number -> "[" + number + "]").orElse(""));
  }

  @Override
  void update(EditableCell before, EditableCell after) {
    NotebookCell content = after.content();
    NotebookCell old = before.content();
    if (!content.source().equals(old.source()) && !Dom.setCode(cell, content.source())) {
      source().withText(content.source());
    }
    setCount(content);
    if (!content.outputs().equals(old.outputs())) {
      showOutputs(content.outputs());
    }
  }

  @Override
  void open() {
    Dom.makeEditable(cell);
  }

  @Override
  void edit() {
    Dom.focusCode(cell);
  }

  @Override
  void render() {
    // Code reads as it is edited.
  }
}
