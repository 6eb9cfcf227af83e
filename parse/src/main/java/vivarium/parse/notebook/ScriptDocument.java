package vivarium.parse.notebook;

import java.util.List;
import java.util.Optional;
import vivarium.model.document.Document;
import vivarium.parse.source.Findings;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/** Reads scripts in Python, with cells or without. */
public final class ScriptDocument {
  private ScriptDocument() {}

  /**
   * A cell of a script.
   *
   * @param text the code, or the Markdown without what makes it comments
   */
  public record ScriptCell(boolean isCode, String text) {}

  /** The cells of a script as they stand in it; raw ones are left out. */
  public static List<ScriptCell> cells(byte[] bytes) {
    Findings none = new Findings();
    SourceText source = Utf8.read("", bytes, none);
    return ScriptParts.of(source.lines(0, source.lineCount()), none).parts().stream()
        .filter(part -> part.kind() != Part.Kind.RAW)
        .map(part -> new ScriptCell(part.kind() == Part.Kind.CODE, part.text().text()))
        .toList();
  }

  /** Reads a file; what is wrong with it goes to {@code findings}. */
  public static Document read(String path, byte[] bytes, Findings findings) {
    SourceText source = Utf8.read(path, bytes, findings);
    ScriptParts script = ScriptParts.of(source.lines(0, source.lineCount()), findings);
    PartBlocks blocks =
        new PartBlocks(script.head(), script.parts(), Optional.empty(), false, findings);
    return new Document(path, script.head().frontMatter(), blocks.of(script.parts()));
  }
}
