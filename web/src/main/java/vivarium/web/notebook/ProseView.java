package vivarium.web.notebook;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.notebook.AttachedImages;
import vivarium.model.notebook.EditableCell;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.notebook.NotebookCell.Kind;
import vivarium.web.cell.Cells;
import vivarium.web.editor.ProseEditor;

/** A cell of text: as it reads, or in an editor. Raw text reads as it is written. */
final class ProseView extends CellView {
  private final Cells cells;
  private final Changed changed;
  private final HTMLElement read;
  private @Nullable HTMLElement box;
  private @Nullable ProseEditor editor;
  private boolean focusWanted;

  /** Learns of what is typed. */
  interface Changed {
    void to(int key, String text);
  }

  private ProseView(
      int key, HTMLElement section, EditableCell shown, Cells cells, Changed changed) {
    super(key, section, shown);
    this.cells = cells;
    this.changed = changed;
    read = section.querySelector(".viv-nb-prose, .viv-nb-raw");
  }

  /** Takes over what the site was built with. */
  static ProseView adopt(
      int key, HTMLElement section, EditableCell shown, Cells cells, Changed changed) {
    return new ProseView(key, section, shown, cells, changed);
  }

  /** Makes a cell that is in no page yet. */
  static ProseView create(int key, EditableCell shown, Cells cells, Changed changed) {
    boolean isMarkdown = shown.kind() == Kind.MARKDOWN;
    HTMLElement section =
        Dom.create(
            "<section class=\"viv-nb-cell\" data-kind=\""
                + (isMarkdown ? "markdown" : "raw")
                + "\"><div class=\"viv-nb-count\"></div>"
                + (isMarkdown
                    ? "<div class=\"viv-nb-prose\"></div>"
                    : "<pre class=\"viv-nb-raw\"></pre>")
                + "</section>");
    ProseView view = new ProseView(key, section, shown, cells, changed);
    view.draw(shown);
    return view;
  }

  private void draw(EditableCell cell) {
    NotebookCell content = cell.content();
    String text = content.source();
    if (kind() != Kind.MARKDOWN) {
      read.withText(text);
    } else if (text.isBlank()) {
      read.withText(Words.of(Word.EMPTY_TEXT));
    } else {
      Dom.noteAnchors(read);
      cells
          .setMarkdown(read, text, html -> AttachedImages.in(html, content.attachments()))
          .then(
              done -> {
                Dom.restoreAnchors(read);
                return JSUndefined.instance();
              });
    }
    Dom.toggle(read, "viv-nb-empty", text.isBlank());
  }

  private boolean isEditing() {
    return box != null && !box.isHidden();
  }

  @Override
  void update(EditableCell before, EditableCell after) {
    ProseEditor open = editor;
    String text = after.content().source();
    if (open != null && !open.text().equals(text)) {
      open.replace(text);
    }
    if (!isEditing()) {
      draw(after);
    }
  }

  @Override
  void edit() {
    focusWanted = true;
    make();
  }

  @Override
  void open() {
    focusWanted = false;
    make();
  }

  private void make() {
    if (kind() == Kind.UNKNOWN) {
      return;
    }
    if (editor != null && box != null) {
      open(editor, box);
      return;
    }
    cells
        .editorModule()
        .then(
            module -> {
              if (editor == null) {
                HTMLElement made = HTMLDocument.current().createElement("div");
                made.setClassName("viv-editor viv-nb-editor");
                section().insertBefore(made, read);
                box = made;
                editor =
                    new ProseEditor(
                        module,
                        made,
                        shown().content().source(),
                        Words.of(name(kind())),
                        this::typed);
                open(editor, made);
              }
              return JSUndefined.instance();
            });
  }

  private void open(ProseEditor ready, HTMLElement place) {
    place.setHidden(false);
    read.setHidden(true);
    if (focusWanted) {
      ready.focus();
    }
  }

  private void typed() {
    if (editor != null && !editor.text().equals(shown().content().source())) {
      changed.to(key(), editor.text());
    }
  }

  @Override
  void render() {
    focusWanted = false;
    if (box != null && isEditing()) {
      box.setHidden(true);
      read.setHidden(false);
      draw(shown());
    }
  }
}
