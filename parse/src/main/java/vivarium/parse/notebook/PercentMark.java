package vivarium.parse.notebook;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.notebook.CellMetadata;

/**
 * The line that begins a cell of a script, {@code # %% Title [markdown] key="value"}, as <a
 * href="https://jupytext.readthedocs.io/en/latest/formats-scripts.html">Jupytext</a> has it.
 *
 * @param metadata empty when it cannot be read
 */
record PercentMark(String title, Part.Kind kind, Optional<CellMetadata> metadata) {
  private static final Pattern MARK = Pattern.compile("#[ \\t]*%%+(?=\\s|\\z)");
  private static final Pattern KIND = Pattern.compile("\\[(markdown|md|raw|code)\\]");
  private static final Pattern KEY = Pattern.compile("(?<!\\S)([A-Za-z_][\\w.-]*)=");

  /** The mark that {@code line} is; empty for any other line. */
  static Optional<PercentMark> of(String line) {
    Matcher mark = MARK.matcher(line);
    if (!mark.lookingAt()) {
      return Optional.empty();
    }
    String rest = line.substring(mark.end());
    Matcher key = KEY.matcher(rest);
    int options = key.find() ? key.start() : rest.length();
    int braces = rest.indexOf('{');
    boolean isObject = braces >= 0 && braces < options;
    options = isObject ? braces : options;
    String words = rest.substring(0, options);
    Matcher kind = KIND.matcher(words.toLowerCase(Locale.ROOT));
    boolean hasKind = kind.find();
    return Optional.of(
        new PercentMark(
            words.substring(0, hasKind ? kind.start() : words.length()).strip(),
            hasKind ? kind(kind.group(1)) : Part.Kind.CODE,
            CellMetadata.parse(
                isObject ? rest.substring(options) : json(rest.substring(options)))));
  }

  private static Part.Kind kind(String word) {
    return switch (word) {
      case "markdown", "md" -> Part.Kind.MARKDOWN;
      case "raw" -> Part.Kind.RAW;
      default -> Part.Kind.CODE;
    };
  }

  /** Pairs of keys and JSON values as one JSON object. */
  private static String json(String pairs) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    Matcher key = KEY.matcher(pairs);
    int at = 0;
    while (key.find(at)) {
      at = end(pairs, key.end());
      members.add('"' + key.group(1) + "\":" + pairs.substring(key.end(), at));
    }
    return members.toString();
  }

  /** Where a value ends: at the first space that is in no string and no brackets. */
  private static int end(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        at += c == '\\' ? 1 : 0;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (depth <= 0 && Character.isWhitespace(c)) {
        break;
      }
      at++;
    }
    return Math.min(at, text.length());
  }
}
