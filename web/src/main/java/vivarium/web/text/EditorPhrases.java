package vivarium.web.text;

import vivarium.model.json.JsonObject;

/** The words of the editor's own parts: where it has others than CodeMirror's English. */
public final class EditorPhrases {
  private EditorPhrases() {}

  /** An object as JSON, from what CodeMirror says by itself to what is said here. */
  public static String json() {
    return JsonObject.empty()
        .with("Find", "Find")
        .with("Replace", "Replace with")
        .with("next", "Next")
        .with("previous", "Previous")
        .with("all", "Select all")
        .with("match case", "Match case")
        .with("regexp", "Pattern")
        .with("by word", "Whole words")
        .with("replace", "Replace")
        .with("replace all", "Replace all")
        .with("close", "Close")
        .with("current match", "current match")
        .with("on line", "on line")
        .with("replaced $ matches", "$ matches replaced")
        .with("replaced match on line $", "match on line $ replaced")
        .with("Completions", "Completions")
        .with("Diagnostics", "Errors")
        .with("No diagnostics", "No errors")
        .with("Documentation", "Documentation")
        .with("Python is not free to answer now.", "Python is not free to answer now.")
        .build()
        .text();
  }
}
