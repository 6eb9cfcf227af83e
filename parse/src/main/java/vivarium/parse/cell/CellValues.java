package vivarium.parse.cell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.model.document.CellOptions;

/** What the values of a cell's keys have to look like. */
final class CellValues {
  private static final Pattern SECONDS =
      Pattern.compile("0*[1-9]\\d{0,5}(\\.\\d{1,3})?|0?\\.\\d{1,3}");
  private static final Pattern LENGTH =
      Pattern.compile("\\d{1,5}(\\.\\d{1,3})?(em|rem|px|ch|lh|vh|vw|%)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]*");
  private static final Pattern NAMES = Pattern.compile(NAME + "(?: " + NAME + ")*");
  private static final Set<String> BUTTONS = Set.of("run", "reset", "clear", "copy");
  private static final Set<String> FIGURES = Set.of("svg", "png");
  private static final Pattern PLACE = Pattern.compile("#[^\\s\"'<>&]{1,100}");
  private static final Set<String> OUTPUTS = Set.of("below", "beside", "step");

  private CellValues() {}

  /** What {@code key} wants instead of {@code value}, as a sentence; empty when it is well. */
  static Optional<String> complaint(CellOptions.Key key, String value) {
    return switch (key) {
      case TIMELIMIT ->
          unless(
              SECONDS.matcher(value).matches(), "Give a number of seconds, such as timelimit=10.");
      case HEIGHT ->
          unless(
              LENGTH.matcher(value).matches(),
              "Give a length such as height=12em, or a number of lines.");
      case OUTPUT ->
          unless(
              OUTPUTS.contains(value) || PLACE.matcher(value).matches(),
              "Give output=below, output=beside, output=step, or output=#id of an element.");
      case TOOLBAR ->
          unless(
              value.equals("none") || BUTTONS.containsAll(List.of(value.split(" +"))),
              "Give toolbar=none, or some of run, reset, clear and copy.");
      case ENV ->
          unless(NAME.matcher(value).matches(), "Give a name of letters, digits, \"-\" and \"_\".");
      case EXERCISE, CHECK, SETUP ->
          unless(
              NAMES.matcher(value).matches(), "Give a name of letters, digits, \"-\" and \"_\".");
      case FIG -> unless(FIGURES.contains(value), "Give fig=svg or fig=png.");
      case FILE, STDIN -> unless(!value.isBlank(), "Give a value that is not empty.");
    };
  }

  private static Optional<String> unless(boolean isWell, String complaint) {
    return isWell ? Optional.empty() : Optional.of(complaint);
  }
}
