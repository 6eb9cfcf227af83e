package vivarium.execute.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vivarium.execute.compare.DiffLine.Kind;
import vivarium.execute.compare.Shown.Streams;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Cell;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/**
 * Compares what a cell wrote with what its source records, as far as a reader would see a
 * difference.
 *
 * <p>The same are: white space and empty lines at the end; colours; memory addresses, durations,
 * dates, UUIDs, temporary paths, versions of Python and names of cells; fractions that differ by
 * less than a billionth; forms of HTML that differ in white space; any two images. {@code ...} in
 * what is recorded stands for anything: alone on a line for any lines, within one for any text.
 *
 * <p>Exceptions are compared by class and message; messages of syntax errors differ from one Python
 * to the next, and are not compared.
 */
public final class Comparison {
  private final boolean isNotebook;
  private final Outputs recorded;
  private final Outputs now;

  private Comparison(boolean isNotebook, Outputs recorded, Outputs now) {
    this.isNotebook = isNotebook;
    this.recorded = recorded;
    this.now = now;
  }

  /**
   * What differs. Empty when nothing does, and when nothing is recorded.
   *
   * @param path the document's
   * @param cell with the outputs that its source records
   * @param now what it wrote
   */
  public static Optional<Difference> of(String path, Cell cell, Outputs now) {
    boolean isNotebook = path.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    // An empty fence says that nothing is written; a notebook's cell just did not run.
    boolean isRecorded = !cell.outputs().isEmpty() || (!isNotebook && cell.recorded().isPresent());
    if (!isRecorded) {
      return Optional.empty();
    }
    List<DiffLine> lines = new Comparison(isNotebook, cell.outputs(), now).lines();
    int line = cell.recorded().orElse(cell.span()).line();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference(new Location(path, line, 0), cell.id(), lines));
  }

  private List<DiffLine> lines() {
    boolean hasValues =
        recorded.items().stream()
            .anyMatch(item -> item instanceof Output.Display || item instanceof Output.Result);
    BundleText form = isNotebook || hasValues ? BundleText.EVERY_FORM : BundleText.PLAIN_UNSEEN;
    Shown before = Shown.of(recorded.items(), form, Streams.STDOUT);
    Shown after = Shown.of(now.items(), form, Streams.STDOUT);

    List<DiffLine> lines = new ArrayList<>(excerpt(before.text(), after.text()));
    boolean recordsErrors = isNotebook || !before.errors().isEmpty();
    if (form != BundleText.EVERY_FORM && isOtherText(before.text(), recordsErrors)) {
      lines.clear();
    }
    if (recordsErrors) {
      List<DiffLine> errors = excerpt(before.errors(), after.errors());
      if (!errors.isEmpty()) {
        lines.add(new DiffLine(Kind.NOTE, "stderr"));
        lines.addAll(errors);
      }
    }
    lines.addAll(exceptions(before.raised(), after.raised()));
    return Excerpt.bounded(lines);
  }

  /** Whether a fence holds all that a terminal showed, or also what Python says of figures. */
  private boolean isOtherText(List<TextLine> before, boolean recordsErrors) {
    List<Streams> streams =
        recordsErrors ? List.of(Streams.STDOUT) : List.of(Streams.STDOUT, Streams.ALL);
    for (Streams some : streams) {
      for (BundleText form : List.of(BundleText.PLAIN, BundleText.PLAIN_UNSEEN)) {
        if (excerpt(before, Shown.of(now.items(), form, some).text()).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of outputs that were cut off, only what is there can be compared. */
  private List<DiffLine> excerpt(List<TextLine> before, List<TextLine> after) {
    if (!now.isCut()) {
      return Excerpt.of(LineDiff.of(before, after));
    }
    List<TextLine> whole = after.subList(0, Math.max(0, after.size() - 1));
    return Excerpt.of(LineDiff.of(before.subList(0, Math.min(before.size(), whole.size())), whole));
  }

  /** A cell that may raise need not record what. */
  private static List<DiffLine> exceptions(Optional<Raised> before, Optional<Raised> after) {
    if (before.isEmpty() || after.isEmpty() || before.get().allows(after.get())) {
      return List.of();
    }
    return Excerpt.of(
        List.of(
            new DiffLine(Kind.RECORDED, before.get().head()),
            new DiffLine(Kind.NOW, after.get().head())));
  }
}
