package vivarium.site.needs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import vivarium.packages.requirement.Declared;
import vivarium.packages.requirement.DeclaredReader;
import vivarium.packages.requirement.InlineScript;
import vivarium.packages.requirement.RequiresPython;

/**
 * Which packages a document needs.
 *
 * @param declared what its front matter, or the block at the top of a script, asks for
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
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    List<Declared> declared = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<RequiresPython> python = Optional.empty();
    DeclaredReader reader = new DeclaredReader();
    FrontMatterItems items = new FrontMatterItems(document.path(), lines);
    for (String text : document.frontMatter().packages()) {
      Location start = items.next(text);
      reader.read(text, offset -> moved(start, text, offset), List.of()).ifPresent(declared::add);
    }
    diagnostics.addAll(reader.diagnostics());
    if (isScript(document)) {
      InlineScript script =
          InlineScript.read(document.path(), new String(bytes, StandardCharsets.UTF_8));
      declared.addAll(script.dependencies());
      diagnostics.addAll(script.diagnostics());
      python = script.requiresPython();
    }
    return new DocumentNeeds(declared, imports(document, lines), python, diagnostics);
  }

  private static Location moved(Location start, String text, int offset) {
    int column = start.column() == 0 ? 0 : start.column() + text.codePointCount(0, offset);
    return new Location(start.path(), start.line(), column);
  }

  private static boolean isScript(Document document) {
    return document.path().toLowerCase(Locale.ROOT).endsWith(".py");
  }

  private static List<ImportedModule> imports(Document document, List<String> lines) {
    Scope scope = isScript(document) ? Scope.ALL : Scope.BUILD;
    Set<String> running = new LinkedHashSet<>();
    ExecutionPlan.cells(document, scope).forEach(cell -> running.add(cell.id()));
    Set<String> own = new LinkedHashSet<>();
    List<ImportedModule> imports = new ArrayList<>();
    for (Cell cell : document.cells()) {
      cell.options()
          .value(CellOptions.Key.FILE)
          .ifPresent(file -> own.add(file.replaceFirst("\\.py$", "")));
      boolean counts =
          running.contains(cell.id()) || ExecutionPlan.isLive(cell, document.frontMatter().live());
      if (counts && !cell.options().has(CellOptions.Flag.RAISES)) {
        List<String> code = cell.source().lines().toList();
        for (Import each : Imports.in(cell.source())) {
          if (!each.isOptional()) {
            Location where = place(document.path(), lines, cell, code, each);
            imports.add(new ImportedModule(each.module(), each.names(), where));
          }
        }
      }
    }
    imports.removeIf(each -> own.contains(each.top()));
    return imports;
  }

  /** The code may be indented in its file, or stand in a string of JSON. */
  private static Location place(
      String path, List<String> lines, Cell cell, List<String> code, Import each) {
    int line = cell.sourceLine() + each.line() - 1;
    String written = line <= lines.size() ? lines.get(line - 1) : "";
    String own = each.line() <= code.size() ? code.get(each.line() - 1) : "";
    int at = written.indexOf(own);
    int column = at < 0 ? 0 : written.codePointCount(0, at) + each.column();
    return new Location(path, line, column);
  }
}
