package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.document.CellOptions;
import vivarium.model.document.CellOptions.Flag;

/** The words that options are made of: Vivarium's own, and those of other tools. */
final class CellWords {
  private CellWords() {}

  /**
   * Options of Quarto, quarto-live, knitr, MyST and Slidev that are understood and change nothing.
   */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "min-lines",
          "max-lines",
          "caption",
          "warning",
          "message",
          "results",
          "runbutton",
          "startover",
          "completion",
          "persist",
          "context",
          "define",
          "input",
          "classes",
          "class-output",
          "class-source",
          "cache",
          "freeze",
          "column",
          "layout",
          "layout-ncol",
          "layout-nrow",
          "lst-label",
          "lst-cap",
          "tbl-cap",
          "tbl-label",
          "code-fold",
          "code-summary",
          "code-overflow",
          "code-annotations",
          "filename",
          "lines",
          "lineno-start",
          "linenos",
          "number-lines",
          "emphasize-lines",
          "startline",
          "startfrom",
          "title",
          "name",
          "monaco",
          "numberlines",
          "comment",
          "prompt",
          "collapse",
          "tidy");

  /** Flags under the names other tools give them, with the value for which they hold. */
  private static final Map<String, Map<Boolean, Flag>> FOREIGN_FLAGS =
      Map.of(
          "edit", Map.of(false, Flag.READONLY),
          "eval", Map.of(false, Flag.NORUN),
          "echo", Map.of(false, Flag.HIDDEN),
          "include", Map.of(false, Flag.HIDDEN),
          "error", Map.of(true, Flag.RAISES),
          "monaco-run", Map.of(true, Flag.RUN));

  /** Tags of notebook cells; those without a flag change nothing. */
  private static final Map<String, Optional<Flag>> TAGS =
      Map.of(
          "raises-exception", Optional.of(Flag.RAISES),
          "remove-input", Optional.of(Flag.HIDDEN),
          "remove-cell", Optional.of(Flag.HIDDEN),
          "skip-execution", Optional.of(Flag.NORUN),
          "hide-input", Optional.empty(),
          "hide-output", Optional.empty(),
          "hide-cell", Optional.empty(),
          "remove-output", Optional.empty());

  static Optional<Flag> flag(String word) {
    return Arrays.stream(Flag.values())
        .filter(flag -> flag.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  static Optional<CellOptions.Key> key(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("envir")
        ? Optional.of(CellOptions.Key.ENV)
        : Arrays.stream(CellOptions.Key.values())
            .filter(key -> key.word().equals(lower))
            .findFirst();
  }

  /** What another tool's flag means, for both of its values; empty when there is no such flag. */
  static Optional<Map<Boolean, Flag>> foreignFlag(String word) {
    return Optional.ofNullable(FOREIGN_FLAGS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The flag that a notebook's tag stands for; empty for one that changes nothing. */
  static Optional<Flag> tag(String tag) {
    return TAGS.getOrDefault(tag, Optional.empty());
  }

  static boolean isWithoutEffect(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return WITHOUT_EFFECT.contains(lower) || lower.startsWith("fig-") || lower.startsWith("fig.");
  }

  /** Every word of ours, to find the one an author meant. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      all.add(flag.word());
    }
    for (CellOptions.Key key : CellOptions.Key.values()) {
      all.add(key.word());
    }
    return all;
  }
}
