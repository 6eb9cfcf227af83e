package vivarium.parse.frontmatter;

import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.parse.source.Fragment;
import vivarium.parse.yaml.Yaml;
import vivarium.parse.yaml.YamlReader;
import vivarium.parse.yaml.YamlResult;

/**
 * The lines between the {@code ---} at the very top of a file and the next {@code ---} or {@code
 * ...}. The same {@code ---} may be the first break between slides: then what follows it is prose.
 */
final class FrontMatterLines {
  private static final Pattern OPENING = Pattern.compile("---\\s*");
  private static final Pattern CLOSING = Pattern.compile("(?:---|\\.\\.\\.)\\s*");

  /** What a line of YAML looks like, as opposed to prose. */
  private static final Pattern KEY =
      Pattern.compile("[\"']?[A-Za-z_][\\w.-]*[\"']?\\s*:(?:\\s.*)?");

  private static final Pattern COMMENT = Pattern.compile("\\s*(?:#.*)?");

  /** What the top of a file turned out to be. */
  sealed interface Found {}

  /** No front matter. */
  record Nothing() implements Found {}

  /** Front matter without its end. */
  record Unclosed() implements Found {}

  /**
   * Front matter that cannot be read.
   *
   * @param bodyLine the line after it, 0-based
   */
  record Broken(YamlResult.Fault fault, int bodyLine) implements Found {}

  /**
   * Front matter.
   *
   * @param mapping empty when there are no keys in it
   * @param bodyLine the line after it, 0-based
   */
  record Present(Optional<Yaml.Mapping> mapping, int bodyLine) implements Found {}

  private FrontMatterLines() {}

  static Found in(Fragment text) {
    if (text.lineCount() < 2
        || !OPENING.matcher(text.line(0)).matches()
        || text.line(1).isBlank()) {
      return new Nothing();
    }
    int end = 1;
    while (end < text.lineCount() && !CLOSING.matcher(text.line(end)).matches()) {
      end++;
    }
    boolean looksLikeYaml = looksLikeYaml(text, end);
    if (end == text.lineCount()) {
      return looksLikeYaml ? new Unclosed() : new Nothing();
    }
    Fragment yaml = text.lines(1, end);
    YamlResult result = YamlReader.read(yaml);
    if (result instanceof YamlResult.Fault fault) {
      return looksLikeYaml ? new Broken(fault, end + 1) : new Nothing();
    }
    Optional<Yaml> value = ((YamlResult.Read) result).value();
    if (value.isEmpty()) {
      return new Present(Optional.empty(), end + 1);
    }
    return value.get() instanceof Yaml.Mapping mapping
        ? new Present(Optional.of(mapping), end + 1)
        : new Nothing();
  }

  private static boolean looksLikeYaml(Fragment text, int end) {
    int first = 1;
    while (first < end && COMMENT.matcher(text.line(first)).matches()) {
      first++;
    }
    return first < end && KEY.matcher(text.line(first)).matches();
  }
}
