package vivarium.web.cell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSUndefined;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.editor.Assistant;
import vivarium.web.editor.Editor;
import vivarium.web.text.PageTexts;

/** The code of a cell: static until the reader comes to it, then an editor in the same place. */
final class CellCode {
  private final HTMLElement cell;
  private final HTMLElement source;
  private final Supplier<JSPromise<JSObject>> module;
  private final Editor.Owner owner;
  private final Assistant assistant;
  private final String authors;
  private String text;
  private int[] dimmed = {};
  private boolean focusWanted;
  private @Nullable Editor editor;

  /**
   * The code of {@code cell}.
   *
   * @param module loads CodeMirror
   */
  CellCode(
      HTMLElement cell,
      Supplier<JSPromise<JSObject>> module,
      Editor.Owner owner,
      Assistant assistant) {
    this.cell = cell;
    this.module = module;
    this.owner = owner;
    this.assistant = assistant;
    source = cell.querySelector("pre.viv-source");
    authors = withoutFinalNewline(source.getTextContent());
    text = authors;
  }

  /** Waits for the reader. */
  void connect() {
    if (isReadOnly()) {
      source.setAttribute("aria-readonly", "true");
    }
    CellElement.whenTouched(source, PageTexts.of(Message.CODE), this::makeEditable);
  }

  String text() {
    return editor == null ? text : editor.text();
  }

  /** What the author wrote, whatever the reader made of it. */
  String authorsText() {
    return authors;
  }

  boolean isAuthors() {
    return text().equals(authors);
  }

  void replace(String code) {
    if (editor != null) {
      editor.replace(code);
      return;
    }
    text = code;
    makeEditable();
    owner.changed();
  }

  /** Shows a text that is the reader's already. */
  void adopt(String code) {
    if (editor == null) {
      source.querySelector("code").withText(code);
    }
    replace(code);
  }

  /** Brings the author's code back. */
  void reset() {
    clearError();
    if (!isAuthors()) {
      replace(authors);
    }
  }

  /** Puts the caret into the code, as soon as there is an editor. */
  void focus() {
    if (editor == null) {
      focusWanted = true;
      makeEditable();
    } else {
      editor.focus(0);
    }
  }

  /** Puts the caret into a line, 1-based. */
  void focusLine(int line) {
    inEditor(ready -> ready.focusLine(line));
  }

  /** Marks the line that raised an exception, 1-based. */
  void markError(int line) {
    inEditor(ready -> ready.markError(line));
  }

  private void inEditor(Consumer<Editor> action) {
    makeEditable()
        .then(
            ready -> {
              if (editor != null) {
                action.accept(editor);
              }
              return JSUndefined.instance();
            });
  }

  void clearError() {
    if (editor != null) {
      editor.clearError();
    }
  }

  /** Shows these lines, 1-based and ascending, fainter than the others. */
  void dim(int[] lines) {
    dimmed = lines;
    if (editor != null) {
      editor.dim(lines);
    }
  }

  /** Lets the printed code be what the reader typed: editors print only what they show. */
  void updateStaticCode() {
    if (editor != null && !editor.text().equals(withoutFinalNewline(source.getTextContent()))) {
      source.querySelector("code").withText(editor.text());
    }
  }

  private JSPromise<JSObject> makeEditable() {
    return module.get().then(this::makeEditable);
  }

  private JSObject makeEditable(JSObject codeMirror) {
    if (editor == null) {
      HTMLElement parent = HTMLDocument.current().createElement("div");
      parent.setClassName("viv-editor");
      cell.insertBefore(parent, source);
      boolean focused = CellElement.isFocused(source);
      int caret = CellElement.caret(source);
      String label = PageTexts.of(Message.CODE);
      editor = new Editor(codeMirror, parent, text, label, isReadOnly(), owner, assistant);
      editor.dim(dimmed);
      cell.setAttribute("data-live", "");
      if (focusWanted || focused) {
        editor.focus(caret);
      }
    }
    return JSUndefined.instance();
  }

  private boolean isReadOnly() {
    return cell.hasAttribute("data-readonly");
  }

  private static String withoutFinalNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
