package vivarium.model.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cell wrote in one run.
 *
 * @param items in the order written
 */
public record Outputs(List<Output> items) {
  /** A cell that wrote nothing, or did not run. */
  public static final Outputs NONE = new Outputs(List.of());

  public Outputs {
    items = List.copyOf(items);
  }

  /** The same, with another value wherever one is shown under the name {@code displayId}. */
  public Outputs updated(String displayId, MimeBundle bundle) {
    List<Output> updated = new ArrayList<>(items);
    updated.replaceAll(item -> updated(item, displayId, bundle));
    return new Outputs(updated);
  }

  /** An output, or the one that takes its place when it has this name. */
  public static Output updated(Output output, String displayId, MimeBundle bundle) {
    return output instanceof Output.Display display && display.displayId().equals(displayId)
        ? new Output.Display(bundle, displayId)
        : output;
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether something is missing. */
  public boolean isCut() {
    return items.stream().anyMatch(Output.LeftOut.class::isInstance);
  }

  /** The same outputs, without the places of failures. */
  public Outputs withoutPlaces() {
    List<Output> without = new ArrayList<>();
    items.forEach(item -> without.add(withoutPlaces(item)));
    return new Outputs(without);
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
