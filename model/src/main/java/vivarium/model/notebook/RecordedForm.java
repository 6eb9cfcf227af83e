package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Outputs as a notebook can hold them. */
final class RecordedForm {
  private RecordedForm() {}

  /**
   * The same outputs, with pieces of one stream that follow each other joined, empty ones left out,
   * and of failures what notebooks record: neither places nor hints. A gap is a line of text.
   */
  static Outputs of(Outputs outputs) {
    List<Output> items = new ArrayList<>();
    for (Output item : outputs.items()) {
      if (item instanceof Output.Stream stream) {
        add(stream, items);
      } else if (item instanceof Output.LeftOut leftOut) {
        add(new Output.Stream("stdout", leftOut.text() + "\n"), items);
      } else if (item instanceof Output.Failure failure) {
        items.add(
            new Output.Failure(failure.name(), failure.value(), failure.traceback(), List.of()));
      } else {
        items.add(item);
      }
    }
    return new Outputs(items);
  }

  private static void add(Output.Stream stream, List<Output> items) {
    int last = items.size() - 1;
    if (last >= 0
        && items.get(last) instanceof Output.Stream before
        && before.name().equals(stream.name())) {
      items.set(last, new Output.Stream(stream.name(), before.text() + stream.text()));
    } else if (!stream.text().isEmpty()) {
      items.add(stream);
    }
  }
}
