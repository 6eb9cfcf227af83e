package vivarium.execute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import vivarium.engine.python.CellFiles;
import vivarium.engine.python.Job;
import vivarium.engine.python.PythonPackages;
import vivarium.model.document.Cell;
import vivarium.model.document.CellOptions;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;

/** Makes jobs for the engine of documents' cells. */
final class Jobs {
  /** The clock of a document that has no date: the same each time, so that outputs are. */
  static final Instant CLOCK = Instant.parse("2026-01-01T12:00:00Z");

  /** Years that files and clocks everywhere can hold; before 1970 a clock would be negative. */
  private static final Pattern DATE = Pattern.compile("(19[7-9]\\d|[2-9]\\d{3})-\\d{2}-\\d{2}");

  private Jobs() {}

  /** The job that runs {@code cells} in their order. */
  static Job of(Document document, List<Cell> cells, PythonPackages packages, CellFiles files) {
    List<Job.Code> codes =
        cells.stream()
            .map(
                cell ->
                    new Job.Code(
                        cell.id(),
                        cell.environment(),
                        cell.source(),
                        TimeLimits.of(cell),
                        input(cell),
                        cell.options().value(CellOptions.Key.FIG).orElse("")))
            .toList();
    return new Job(
        codes, clock(document.frontMatter()), document.frontMatter().network(), packages, files);
  }

  /** The lines of {@code stdin}: where a value has only one line, {@code \n} parts them. */
  private static List<String> input(Cell cell) {
    return cell.options()
        .value(CellOptions.Key.STDIN)
        .map(value -> value.replace("\\n", "\n").lines().toList())
        .orElse(List.of());
  }

  /** Noon in UTC, so that it is the author's date in most of the world. */
  private static Instant clock(FrontMatter frontMatter) {
    return frontMatter
        .date()
        .map(String::strip)
        .filter(date -> DATE.matcher(date).matches())
        .map(Jobs::noon)
        .orElse(CLOCK);
  }

  private static Instant noon(String date) {
    try {
      return LocalDate.parse(date).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return CLOCK; // such as 2026-02-30: shown as written, and no date for a clock
    }
  }
}
