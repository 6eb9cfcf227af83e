package vivarium.parse.cell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What fences behind a cell record of its last run. */
public enum RecordedKind {
  /** What it printed, and its value. */
  OUTPUT("output"),
  /** What it wrote to the error stream. */
  WARNING("warning"),
  /** The traceback of the exception that ended it. */
  ERROR("error");

  private static final Map<String, RecordedKind> WORDS =
      Map.of("output", OUTPUT, "out", OUTPUT, "warning", WARNING, "error", ERROR);

  private static final Pattern CLASS = Pattern.compile("\\{\\.([a-z]+)\\}");

  private final String word;

  RecordedKind(String word) {
    this.word = word;
  }

  /** What stands behind the backticks. */
  public String word() {
    return word;
  }

  /**
   * The kind of a fence.
   *
   * @param info all that stands behind its backticks
   */
  public static Optional<RecordedKind> of(String info) {
    String text = info.strip().toLowerCase(Locale.ROOT);
    Matcher inBraces = CLASS.matcher(text);
    return Optional.ofNullable(WORDS.get(inBraces.matches() ? inBraces.group(1) : text));
  }
}
