package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;

/**
 * What the key {@code packages} of a PyScript configuration asks for.
 *
 * @param diagnostics what is wrong
 */
public record PyScriptConfig(List<Declared> packages, List<Diagnostic> diagnostics) {
  /** What such files are called, as PyScript's own examples have them. */
  public static final List<String> NAMES =
      List.of("pyscript.toml", "pyscript.json", "py-config.toml", "py-config.json");

  private static final String KEY = "packages";

  public PyScriptConfig {
    packages = List.copyOf(packages);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a configuration. It never fails: what is wrong is a diagnostic.
   *
   * @param path the file, which is TOML unless its name ends in {@code .json}
   */
  public static PyScriptConfig read(String path, String content) {
    if (path.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return json(path, content);
    }
    TomlSource toml = new TomlSource(path, content, 1, 0);
    List<Declared> found = new ArrayList<>();
    toml.table().ifPresent(root -> found.addAll(toml.requirements(root, KEY)));
    return new PyScriptConfig(found, toml.diagnostics());
  }

  private static PyScriptConfig json(String path, String content) {
    Json value;
    try {
      value = Json.parse(content);
    } catch (JsonException e) {
      return new PyScriptConfig(
          List.of(),
          List.of(
              Diagnostic.error(
                  "bad-json",
                  Location.file(path),
                  "This is not JSON: " + e.getMessage() + ".",
                  "Mend it, or write the same as TOML.")));
    }
    List<Declared> found = new ArrayList<>();
    DeclaredReader reader = new DeclaredReader();
    if (value instanceof Json.Obj root && root.members().get(KEY) instanceof Json.Arr all) {
      int from = content.indexOf('"' + KEY + '"');
      for (Json each : all.items()) {
        if (each instanceof Json.Str text) {
          int quote = content.indexOf('"' + text.value() + '"', from);
          from = quote < 0 ? from : quote + 1;
          Location start = quote < 0 ? Location.file(path) : place(path, content, quote + 1);
          Optional<Declared> read =
              reader.read(
                  text.value(),
                  offset ->
                      quote < 0 ? start : new Location(path, start.line(), start.column() + offset),
                  List.of());
          read.ifPresent(found::add);
        }
      }
    }
    return new PyScriptConfig(found, reader.diagnostics());
  }

  private static Location place(String path, String content, int at) {
    int line = 1 + (int) content.substring(0, at).chars().filter(c -> c == '\n').count();
    int start = content.lastIndexOf('\n', at - 1) + 1;
    return new Location(path, line, content.codePointCount(start, at) + 1);
  }
}
