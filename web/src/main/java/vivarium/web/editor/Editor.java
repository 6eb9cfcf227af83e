package vivarium.web.editor;

import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A code editor in place of static code.
 *
 * <p>Tab: who comes to the editor with the Tab key leaves it with Tab as well; from the first
 * change or click on, Tab indents, until Escape is pressed where it closes nothing.
 */
public final class Editor {
  private final CodeMirror codeMirror;
  private final CodeMirror.Compartment error;
  private final CodeMirror.Compartment emphasis;
  private final CodeMirror.View view;
  private boolean errorMarked;
  private boolean dimmed;
  private boolean pointed;

  /** What the editor's keys do, and who learns of changes. */
  public interface Owner {
    /** Ctrl+Enter, or Cmd+Enter on a Mac. */
    void run();

    /** Shift+Enter. */
    void runAndGoOn();

    /** The text is another now. */
    void changed();
  }

  /**
   * @param module the bundle of CodeMirror
   * @param parent the element the editor fills
   * @param label the name a screen reader gives the editor
   */
  public Editor(
      JSObject module,
      HTMLElement parent,
      String text,
      String label,
      boolean readOnly,
      Owner owner,
      Assistant assistant) {
    codeMirror = (CodeMirror) module;
    error = codeMirror.compartment();
    emphasis = codeMirror.compartment();
    view =
        codeMirror.view(
            parent,
            text,
            new CodeMirror.Extension[] {
              codeMirror.key("Mod-Enter", () -> use(owner::run)),
              codeMirror.key("Ctrl-Enter", () -> use(owner::run)),
              codeMirror.key("Shift-Enter", () -> use(owner::runAndGoOn)),
              codeMirror.key("Escape", this::tabLeaves),
              codeMirror.editing(assistant, readOnly),
              codeMirror.label(label),
              readOnly ? codeMirror.readOnly() : codeMirror.none(),
              codeMirror.onFocus(this::focused, this::pointed, () -> pointed = false),
              error.of(codeMirror.none()),
              emphasis.of(codeMirror.none()),
              codeMirror.onChange(() -> changed(owner)),
            });
  }

  public String text() {
    return view.text();
  }

  public void replace(String text) {
    view.replace(text);
  }

  /**
   * Puts the caret into the editor.
   *
   * @param caret where in the text, in UTF-16 code units; 0 leaves it where it was
   */
  public void focus(int caret) {
    if (caret > 0) {
      view.moveCaret(caret);
    }
    view.focus();
  }

  /** Puts the caret before the first character of a line; before the last line's at most. */
  public void focusLine(int line) {
    String text = view.text();
    int start = 0;
    for (int i = 1; i < line && text.indexOf('\n', start) >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    view.goTo(start);
    view.focus();
  }

  /** Marks the line that raised an exception, until the text changes. */
  public void markError(int line) {
    errorMarked = true;
    view.reconfigure(error, codeMirror.markLines(view, new int[] {line}, "viv-error-line"));
  }

  /** Takes the mark of an exception away. */
  public void clearError() {
    if (errorMarked) {
      errorMarked = false;
      view.reconfigure(error, codeMirror.none());
    }
  }

  /**
   * Shows these lines fainter than the others.
   *
   * @param lines 1-based, ascending; none to show all alike
   */
  public void dim(int[] lines) {
    if (dimmed || lines.length > 0) {
      dimmed = lines.length > 0;
      view.reconfigure(emphasis, codeMirror.markLines(view, lines, "viv-dim"));
    }
  }

  private void changed(Owner owner) {
    view.tabMovesFocus(false);
    clearError();
    dim(new int[0]);
    owner.changed();
  }

  private void focused() {
    view.tabMovesFocus(!pointed);
  }

  private void pointed() {
    pointed = true;
    view.tabMovesFocus(false);
  }

  /** What Escape closes, it closes; who presses it again wants to leave. */
  private boolean tabLeaves() {
    if (!codeMirror.hasPopup(view)) {
      view.tabMovesFocus(true);
    }
    return false;
  }

  private static boolean use(Runnable action) {
    action.run();
    return true;
  }
}
