package vivarium.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.pyscript.ConfigurationCheck;
import vivarium.model.pyscript.ConfigurationProblem;

/**
 * A configuration of Python in a page, in TOML or JSON.
 *
 * @param base the file that its paths begin at
 * @param engine {@code py} or {@code mpy}
 * @param values what it says; empty when it cannot be read
 */
public record PageConfiguration(
    String base,
    String engine,
    Text text,
    Optional<Json.Obj> values,
    List<Diagnostic> diagnostics) {
  /** What configurations are called that no page names, as PyScript's own examples have them. */
  public static final List<String> FILE_NAMES =
      List.of("pyscript.toml", "pyscript.json", "py-config.toml", "py-config.json");

  private static final String PACKAGES = "packages";
  private static final Pattern TABLE = Pattern.compile("(?m)\\A\\s*\\[\\[?[\\w.\"'-]+]]?\\s*$");

  /**
   * The text of a configuration.
   *
   * @param start where its first character stands
   */
  public record Text(String text, Location start) {
    /** The line in which a key first stands; the beginning when it hides. */
    Location place(String path) {
      String key = path.split("[.\\[]", 2)[0];
      Matcher found =
          Pattern.compile("(?m)(?<![\\w.-])" + Pattern.quote(key) + "(?![\\w-])").matcher(text);
      return key.isEmpty() || !found.find() ? start : at(found.start());
    }

    /** The place of a text that stands in the configuration, behind another one. */
    Location place(String path, String value) {
      Location key = place(path);
      int at = text.indexOf(value);
      return at < 0 ? key : at(at);
    }

    private Location at(int offset) {
      String before = text.substring(0, offset);
      int lines = (int) before.chars().filter(c -> c == '\n').count();
      String last = before.substring(before.lastIndexOf('\n') + 1);
      int column = last.codePointCount(0, last.length()) + 1;
      return new Location(
          start.path(), start.line() + lines, lines == 0 ? start.column() + column - 1 : column);
    }
  }

  public PageConfiguration {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a configuration. Total: what is wrong is in the diagnostics.
   *
   * @param format {@code json} or {@code toml}, if somebody has said so
   */
  static PageConfiguration read(String base, String engine, Text text, Optional<String> format) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Optional<Json.Obj> values =
        isJson(text.text(), format) ? json(text, diagnostics) : toml(text, diagnostics);
    values
        .map(ConfigurationCheck::of)
        .ifPresent(problems -> problems.forEach(each -> diagnostics.add(diagnostic(each, text))));
    return new PageConfiguration(base, engine, text, values, diagnostics);
  }

  /** Reads a file by itself, whose name says what it is written in. */
  public static PageConfiguration ofFile(String path, String content) {
    String format = path.substring(path.lastIndexOf('.') + 1);
    return read(path, "py", new Text(content, new Location(path, 1, 1)), Optional.of(format));
  }

  private static boolean isJson(String text, Optional<String> format) {
    if (format.isPresent()) {
      return format.get().toLowerCase(Locale.ROOT).contains("json");
    }
    String start = text.stripLeading();
    return start.startsWith("{") || (start.startsWith("[") && !TABLE.matcher(text).find());
  }

  private static Optional<Json.Obj> json(Text text, List<Diagnostic> diagnostics) {
    if (text.text().isBlank()) {
      return Optional.of(new Json.Obj(java.util.Map.of()));
    }
    try {
      Json value = Json.parse(text.text());
      if (value instanceof Json.Obj object) {
        return Optional.of(object);
      }
      ConfigurationCheck.of(value).forEach(each -> diagnostics.add(diagnostic(each, text)));
    } catch (JsonException e) {
      diagnostics.add(
          Diagnostic.error(
              "bad-configuration",
              text.start(),
              "This configuration is no JSON: " + e.getMessage() + ".",
              "Correct it there; TOML is understood as well."));
    }
    return Optional.empty();
  }

  private static Optional<Json.Obj> toml(Text text, List<Diagnostic> diagnostics) {
    TomlParseResult result = Toml.parse(text.text());
    for (TomlParseError error : result.errors()) {
      int offset = offset(text.text(), error.position().line(), error.position().column());
      diagnostics.add(
          Diagnostic.error(
              "bad-configuration",
              text.at(offset),
              "This configuration is no TOML: " + error.getMessage() + ".",
              "Correct it there; JSON is understood as well."));
    }
    return result.hasErrors()
        ? Optional.empty()
        : Optional.of((Json.Obj) Json.parse(result.toJson()));
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(text.length(), start + column - 1);
  }

  private static Diagnostic diagnostic(ConfigurationProblem problem, Text text) {
    Location where = text.place(problem.path());
    return problem.isError()
        ? Diagnostic.error("bad-configuration", where, problem.message(), problem.remedy())
        : Diagnostic.warning("bad-configuration", where, problem.message(), problem.remedy());
  }

  /**
   * What it asks for, and where each is written.
   *
   * @param take given each requirement, path or URL
   */
  public void packages(BiConsumer<String, Location> take) {
    texts(PACKAGES).forEach(each -> take.accept(each, text.place(PACKAGES, each)));
  }

  /** A text under a key. */
  Optional<String> text(String key) {
    return values.map(all -> all.members().get(key)).orElse(null) instanceof Json.Str text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** The items of a list of texts; none when there is no such list. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (values.map(all -> all.members().get(key)).orElse(null) instanceof Json.Arr list) {
      for (Json item : list.items()) {
        if (item instanceof Json.Str text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}
