package vivarium.execute;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;

/** How long cells may run. */
final class TimeLimits {
  /** What a class waits for at most: a cell that takes longer is mostly one that never ends. */
  static final Duration USUAL = Duration.ofSeconds(30);

  /** One forgotten cell should not hold a build for longer. */
  static final Duration MOST = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?|\\.\\d{1,9}");

  private TimeLimits() {}

  /** The limit that the author gave the cell, else the usual one. */
  static Duration of(Cell cell) {
    return asked(cell).flatMap(TimeLimits::read).orElse(USUAL);
  }

  /** The warning for a limit that is none. */
  static Optional<Diagnostic> problem(String path, Cell cell) {
    return asked(cell)
        .filter(value -> read(value).isEmpty())
        .map(
            value ->
                Diagnostic.warning(
                    "bad-time-limit",
                    new Location(path, cell.span().line(), 0),
                    "The time limit of cell \"%s\" is out of range; it may run for %s."
                        .formatted(cell.id(), inWords(USUAL)),
                    "Give seconds above 0 and up to %d, such as timelimit=60."
                        .formatted(MOST.toSeconds())));
  }

  /** A limit as authors write it, in seconds: {@code 0.5 s}. */
  static String inWords(Duration limit) {
    return BigDecimal.valueOf(limit.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }

  private static Optional<String> asked(Cell cell) {
    return cell.options().value(CellOptions.Key.TIMELIMIT);
  }

  private static Optional<Duration> read(String value) {
    if (!SECONDS.matcher(value).matches()) {
      return Optional.empty();
    }
    Duration limit = Duration.ofNanos(new BigDecimal(value).movePointRight(9).longValueExact());
    return limit.isZero() || limit.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(limit);
  }
}
