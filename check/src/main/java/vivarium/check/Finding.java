package vivarium.check;

import java.util.List;
import vivarium.execute.compare.DiffLine;
import vivarium.model.diagnostic.Diagnostic;

/**
 * Something that a check found.
 *
 * @param diff how outputs differ from those that are recorded; empty when it is about anything else
 */
public record Finding(Diagnostic diagnostic, List<DiffLine> diff) {
  public Finding {
    diff = List.copyOf(diff);
  }

  static Finding of(Diagnostic diagnostic) {
    return new Finding(diagnostic, List.of());
  }
}
