package vivarium.web.editor;

import org.teavm.jso.JSObject;
import vivarium.web.kernel.Answer;

/** What an editor's comforts know of the world outside of it. */
public interface Assistant extends JSObject {
  /**
   * Asks Python about the editor's text, see {@link vivarium.protocol.ToKernel.Ask}.
   *
   * @param caret in UTF-16 code units
   */
  void ask(String about, String code, int caret, Answer answer);

  /** The code of the other cells that share their variables with this one, as a JSON array. */
  String otherCells();

  /** The editor's words in the reader's language, as JSON: an object by CodeMirror's English. */
  String phrases();
}
