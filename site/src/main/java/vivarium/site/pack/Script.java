package vivarium.site.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Block;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.site.html.PythonText;

/**
 * A script whose page runs it as a whole, rather than cell by cell.
 *
 * @param name of its file
 * @param title the first line of what it says of itself, or its name
 * @param about what else it says of itself; empty for nothing
 * @param code the whole of it
 * @param asked what it wants to know on its command line, as {@code vivarium.asked} has it; empty
 *     while nobody has looked
 */
public record Script(
    String name, String title, String about, String code, Optional<JsonObject> asked) {
  private static final Pattern CELL = Pattern.compile("(?m)^# ?%%");

  /** A string before any code, behind comments, as Python takes it for the description. */
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "\\A(?:\\ufeff)?(?:[ \\t]*(?:#[^\\n]*)?\\r?\\n)*+[rRuU]?"
              + "(?:\"\"\"(.*?)\"\"\"|'\'\'(.*?)'\'\'|\"([^\"\\n]*)\"|'([^'\\n]*)')",
          Pattern.DOTALL);

  private static final int LONGEST_TITLE = 80;

  /** A script; empty when it is made of cells. */
  public static Optional<Script> of(String name, String code) {
    if (CELL.matcher(code).find()) {
      return Optional.empty();
    }
    String text = description(code).strip();
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    if (first.isEmpty() || first.length() > LONGEST_TITLE) {
      return Optional.of(new Script(name, name, text, code, Optional.empty()));
    }
    String title = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return Optional.of(
        new Script(
            name,
            title,
            end < 0 ? "" : text.substring(end).stripIndent().strip(),
            code,
            Optional.empty()));
  }

  /**
   * The document of which the only cell looks what the script wants to know; it does not run it.
   */
  public Document question() {
    String look =
        "import vivarium.scripts\nprint(vivarium.scripts.describe("
            + PythonText.literal(code)
            + "))\n";
    Cell cell =
        new Cell(
            "asked",
            look,
            1,
            new CellOptions(Set.of(Flag.RUN), Map.of()),
            LineSteps.NONE,
            Outputs.NONE,
            Optional.empty(),
            new Span(1, 1, 1));
    FrontMatter front = FrontMatter.ofPage(Optional.empty(), List.of(), FrontMatter.Live.NONE);
    return new Document(name + "#asked", front, List.of(new Block.PythonCell(cell)));
  }

  /** The same, with what came of {@link #question}. */
  public Script answered(Document executed) {
    for (Output output : executed.cells().get(0).outputs().items()) {
      if (output instanceof Output.Stream stream && stream.name().equals("stdout")) {
        try {
          JsonObject answer = JsonObject.of(Json.parse(stream.text()));
          return new Script(name, title, about, code, Optional.of(answer));
        } catch (JsonException e) {
          return this; // Too long for outputs, and cut; the page looks itself.
        }
      }
    }
    return this;
  }

  private static String description(String code) {
    Matcher found = DESCRIPTION.matcher(code);
    if (!found.find()) {
      return "";
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    return "";
  }
}
