package vivarium.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
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

/**
 * Whether the code of a page is Python. A document whose only cell compiles it is run when the site
 * is built, and what the cell wrote is read; nothing of the page's own code runs.
 */
public final class PageSyntax {
  private static final String COMPILE =
      """
      import ast, json, warnings
      warnings.simplefilter("ignore")
      for number, code in enumerate(CODES):
          try:
              compile(code, "<script>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
          except SyntaxError as error:
              print(json.dumps({"script": number, "line": error.lineno or 1, "message": error.msg}))
          except ValueError as error:
              print(json.dumps({"script": number, "line": 1, "message": str(error)}))
      """;

  private record Script(Location place, String code) {}

  private final String path;
  private final List<Script> scripts = new ArrayList<>();

  private PageSyntax(String path) {
    this.path = path;
  }

  /**
   * What is to be compiled of a page: its scripts, and the files that they name. Code in editors is
   * the reader's to complete, and what stands in other elements is HTML first.
   */
  static PageSyntax of(HtmlText page, List<PythonScript> scripts, List<Document> files) {
    PageSyntax syntax = new PageSyntax(page.path());
    for (PythonScript script : scripts) {
      boolean isScript = script.element().normalName().equals("script");
      if (isScript && script.kind() != PythonScript.Kind.EDITOR && !script.code().isBlank()) {
        Location place = new Location(page.path(), script.line(), 0);
        syntax.scripts.add(new Script(place, script.code()));
      }
    }
    for (Document file : files) {
      Cell code = file.cells().get(0);
      syntax.scripts.add(new Script(new Location(file.path(), 1, 0), code.source()));
    }
    return syntax;
  }

  /** The document that tells; empty when the page has no code. */
  public Optional<Document> document() {
    if (scripts.isEmpty()) {
      return Optional.empty();
    }
    String codes =
        scripts.stream()
            .map(Script::code)
            .map(PythonText::literal)
            .collect(Collectors.joining(", "));
    Cell cell =
        new Cell(
            "syntax",
            "CODES = [" + codes + "]\n" + COMPILE,
            1,
            new CellOptions(Set.of(Flag.RUN), Map.of()),
            LineSteps.NONE,
            Outputs.NONE,
            Optional.empty(),
            new Span(1, 1, 1));
    FrontMatter front = FrontMatter.ofPage(Optional.empty(), List.of(), FrontMatter.Live.NONE);
    return Optional.of(new Document(path + "#syntax", front, List.of(new Block.PythonCell(cell))));
  }

  /** What is wrong, from the document when it has run. */
  public List<Diagnostic> mistakes(Document executed) {
    List<Diagnostic> mistakes = new ArrayList<>();
    for (Output output : executed.cells().get(0).outputs().items()) {
      if (output instanceof Output.Stream stream && stream.name().equals("stdout")) {
        stream.text().lines().forEach(line -> mistake(line).ifPresent(mistakes::add));
      }
    }
    return mistakes;
  }

  private Optional<Diagnostic> mistake(String line) {
    try {
      JsonObject told = JsonObject.of(Json.parse(line));
      Location script = scripts.get(told.integer("script")).place();
      return Optional.of(
          Diagnostic.warning(
              "bad-syntax",
              new Location(script.path(), script.line() + told.integer("line") - 1, 0),
              "This is not Python: " + told.string("message") + ".",
              "Correct it; readers would see the error, and the script would not run."));
    } catch (JsonException e) {
      return Optional.empty(); // A line that was too long for outputs, and cut.
    }
  }
}
