package vivarium.model.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cell wrote in one run.
 *
 * @param items in the order written
 * @param leftOut how many characters of text it wrote beyond what is kept
 */
public record Outputs(List<Output> items, int leftOut) {
  /** A cell that wrote nothing, or did not run. */
  public static final Outputs NONE = new Outputs(List.of(), 0);

  public Outputs {
    items = List.copyOf(items);
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return items.isEmpty() && leftOut == 0;
  }

  /** The same outputs, without the places of failures. */
  public Outputs withoutPlaces() {
    List<Output> without = new ArrayList<>();
    items.forEach(item -> without.add(withoutPlaces(item)));
    return new Outputs(without, leftOut);
  }

  private static Output withoutPlaces(Output output) {
    return output instanceof Output.Failure failure
        ? new Output.Failure(
            failure.name(), failure.value(), failure.traceback(), List.of(), failure.explanation())
        : output;
  }

  /** The exception that ended the cell; empty when it came to its end. */
  public Optional<Output.Failure> failure() {
    for (Output item : items) {
      if (item instanceof Output.Failure failure) {
        return Optional.of(failure);
      }
    }
    return Optional.empty();
  }
}
