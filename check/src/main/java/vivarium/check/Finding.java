package vivarium.check;

import java.util.List;
import java.util.function.UnaryOperator;
import vivarium.execute.compare.DiffLine;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/**
 * Something that a check found.
 *
 * @param diff how outputs differ from those that are recorded; empty when it is about anything else
 */
public record Finding(Diagnostic diagnostic, List<DiffLine> diff) {
  public Finding {
    diff = List.copyOf(diff);
  }

  /** The same with another name for the file. */
  Finding named(UnaryOperator<String> names) {
    Location where = diagnostic.where();
    Location named = new Location(names.apply(where.path()), where.line(), where.column());
    return new Finding(
        new Diagnostic(
            diagnostic.severity(),
            diagnostic.code(),
            named,
            diagnostic.message(),
            diagnostic.remedy()),
        diff);
  }

  static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, List.of());
  }
}
