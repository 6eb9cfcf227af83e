package vivarium.web.editor;

import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.web.text.EditorPhrases;

/** An editor for text that is no code, with long lines broken. */
public final class ProseEditor {
  private final CodeMirror.View view;

  /**
   * @param module the bundle of CodeMirror
   * @param parent the element the editor fills
   * @param label the name a screen reader gives the editor
   * @param changed called when the text is another
   */
  public ProseEditor(
      JSObject module, HTMLElement parent, String text, String label, Runnable changed) {
    CodeMirror codeMirror = (CodeMirror) module;
    view =
        codeMirror.view(
            parent,
            text,
            new CodeMirror.Extension[] {
              codeMirror.prose(EditorPhrases.json()),
              codeMirror.label(label),
              codeMirror.onChange(changed::run),
            });
  }

  public String text() {
    return view.text();
  }

  public void replace(String text) {
    view.replace(text);
  }

  /** Puts the caret into the editor. */
  public void focus() {
    view.focus();
  }
}
