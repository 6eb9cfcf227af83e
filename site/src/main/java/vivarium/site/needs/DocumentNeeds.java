package vivarium.site.needs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vivarium.execute.ExecutionPlan;
import vivarium.execute.Scope;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.packages.imports.Import;
import vivarium.packages.imports.Imports;
import vivarium.packages.imports.Install;
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.DeclaredReader;
import vivarium.packages.requirement.InlineScript;
import vivarium.packages.requirement.RequiresPython;
import vivarium.site.source.ListedPlaces;

/**
 * Which packages a document needs.
 *
 * @param declared what its front matter, the block at the top of a script, and installers in its
 *     cells ask for: {@code %pip install x}, {@code micropip.install("x")}
 * @param imports what the cells import that run or can be run, without those modules that are cells
 *     of the document themselves
 * @param python the versions of Python that a script asks for
 * @param diagnostics what is wrong with that
 */
public record DocumentNeeds(
    List<Declared> declared,
    List<ImportedModule> imports,
    Optional<RequiresPython> python,
    List<Diagnostic> diagnostics) {
  public DocumentNeeds {
    declared = List.copyOf(declared);
    imports = List.copyOf(imports);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads what a document needs.
   *
   * @param bytes the file that the document was read from
   */
  public static DocumentNeeds of(Document document, byte[] bytes) {
    String source = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = source.lines().toList();
    List<Declared> declared = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<RequiresPython> python = Optional.empty();
    DeclaredReader reader = new DeclaredReader();
    ListedPlaces items = new ListedPlaces(document.path(), source, "packages");
    for (String text : document.frontMatter().packages()) {
      Location start = items.next(text);
      reader.read(text, offset -> moved(start, text, offset), List.of()).ifPresent(declared::add);
    }
    List<Cell> cells = running(document);
    cells.forEach(cell -> declared.addAll(installed(document.path(), lines, cell)));
    diagnostics.addAll(reader.diagnostics());
    if (isScript(document)) {
      InlineScript script = InlineScript.read(document.path(), source);
      declared.addAll(script.dependencies());
      diagnostics.addAll(script.diagnostics());
      python = script.requiresPython();
    }
    return new DocumentNeeds(declared, imports(document, cells, lines), python, diagnostics);
  }

  private static Location moved(Location start, String text, int offset) {
    int column = start.column() == 0 ? 0 : start.column() + text.codePointCount(0, offset);
    return new Location(start.path(), start.line(), column);
  }

  private static boolean isScript(Document document) {
    return document.path().toLowerCase(Locale.ROOT).endsWith(".py");
  }

  /** The cells that run when the document is built, or that a reader can run. */
  private static List<Cell> running(Document document) {
    Scope scope = isScript(document) ? Scope.ALL : Scope.BUILD;
    Set<String> built = new HashSet<>();
    ExecutionPlan.cells(document, scope).forEach(cell -> built.add(cell.id()));
    return document.cells().stream()
        .filter(cell -> !cell.options().has(CellOptions.Flag.RAISES))
        .filter(
            cell ->
                built.contains(cell.id())
                    || ExecutionPlan.isLive(cell, document.frontMatter().live()))
        .toList();
  }

  /** What is no name of a package is left to the cell, which says so when it runs. */
  private static List<Declared> installed(String path, List<String> lines, Cell cell) {
    List<Declared> declared = new ArrayList<>();
    List<String> code = cell.source().lines().toList();
    for (int i = 0; i < code.size(); i++) {
      for (PipMagic.Word word : PipMagic.requirements(code.get(i))) {
        int column = code.get(i).codePointCount(0, word.offset()) + 1;
        Location where = place(path, lines, cell, code, i + 1, column);
        word.requirement()
            .map(requirement -> new Declared(requirement, where, List.of()))
            .ifPresent(declared::add);
      }
    }
    for (Install each : Install.in(cell.source())) {
      Location where = place(path, lines, cell, code, each.line(), each.column());
      PipMagic.requirement(each.text())
          .map(requirement -> new Declared(requirement, where, List.of()))
          .ifPresent(declared::add);
    }
    return declared;
  }

  private static List<ImportedModule> imports(
      Document document, List<Cell> cells, List<String> lines) {
    Set<String> own = new HashSet<>();
    for (Cell cell : document.cells()) {
      cell.options()
          .value(CellOptions.Key.FILE)
          .ifPresent(file -> own.add(file.replaceFirst("\\.py$", "")));
    }
    List<ImportedModule> imports = new ArrayList<>();
    for (Cell cell : cells) {
      List<String> code = cell.source().lines().toList();
      for (Import each : Imports.in(cell.source())) {
        if (!each.isOptional() && !own.contains(each.top())) {
          Location where = place(document.path(), lines, cell, code, each.line(), each.column());
          imports.add(new ImportedModule(each.module(), each.names(), where));
        }
      }
    }
    return imports;
  }

  /** The code may be indented in its file, or stand in a string of JSON. */
  private static Location place(
      String path, List<String> lines, Cell cell, List<String> code, int codeLine, int column) {
    int line = cell.sourceLine() + codeLine - 1;
    String written = line <= lines.size() ? lines.get(line - 1) : "";
    String own = codeLine <= code.size() ? code.get(codeLine - 1) : "";
    int at = written.indexOf(own);
    return new Location(path, line, at < 0 ? 0 : written.codePointCount(0, at) + column);
  }
}
