package vivarium.web.text;

import vivarium.model.json.JsonObject;
import vivarium.model.text.Message;

/** The words of the editor's own parts: in the page's language. */
public final class EditorPhrases {
  private EditorPhrases() {}

  /** An object as JSON, from what CodeMirror says by itself to what is said here. */
  public static String json() {
    return JsonObject.empty()
        .with("Find", PageTexts.of(Message.FIND))
        .with("Replace", PageTexts.of(Message.REPLACE_WITH))
        .with("next", PageTexts.of(Message.NEXT_MATCH))
        .with("previous", PageTexts.of(Message.PREVIOUS_MATCH))
        .with("all", PageTexts.of(Message.SELECT_ALL))
        .with("match case", PageTexts.of(Message.MATCH_CASE))
        .with("regexp", PageTexts.of(Message.PATTERN))
        .with("by word", PageTexts.of(Message.WHOLE_WORDS))
        .with("replace", PageTexts.of(Message.REPLACE))
        .with("replace all", PageTexts.of(Message.REPLACE_ALL))
        .with("close", PageTexts.of(Message.CLOSE))
        .with("current match", PageTexts.of(Message.CURRENT_MATCH))
        .with("on line", PageTexts.of(Message.ON_LINE))
        .with("replaced $ matches", PageTexts.of(Message.MATCHES_REPLACED))
        .with("replaced match on line $", PageTexts.of(Message.MATCH_REPLACED))
        .with("Completions", PageTexts.of(Message.COMPLETIONS))
        .with("Diagnostics", PageTexts.of(Message.DIAGNOSTICS))
        .with("No diagnostics", PageTexts.of(Message.NO_DIAGNOSTICS))
        .with("Documentation", PageTexts.of(Message.DOCUMENTATION))
        .with("Python is not free to answer now.", PageTexts.of(Message.PYTHON_BUSY))
        .build()
        .text();
  }
}
