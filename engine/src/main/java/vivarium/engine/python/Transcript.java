package vivarium.engine.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.JsonException;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;

/**
 * What a kernel said while it dealt with one message.
 *
 * @param outputs what was written, by the number of the run; tasks of earlier ones write too. Text
 *     that follows text of the same stream is one output
 * @param isReady whether Python came up
 * @param isFinished whether the cell came to an end
 * @param died why Python broke down or did not come up
 */
record Transcript(
    Map<Integer, Outputs> outputs, boolean isReady, boolean isFinished, Optional<String> died) {
  /** Reads messages; what is none was forged by the code that ran, which is a way to break down. */
  static Transcript of(List<String> texts) {
    Map<Integer, Outputs> outputs = new HashMap<>();
    boolean isReady = false;
    boolean isFinished = false;
    Optional<String> died = Optional.empty();
    try {
      for (String text : texts) {
        FromKernel message = ProtocolCodec.readFromKernel(text);
        if (message instanceof FromKernel.Wrote wrote) {
          add(wrote.run(), new Outputs(List.of(wrote.output()), 0), outputs);
        } else if (message instanceof FromKernel.LeftOut more) {
          add(more.run(), new Outputs(List.of(), more.characters()), outputs);
        } else if (message instanceof FromKernel.Ready) {
          isReady = true;
        } else if (message instanceof FromKernel.Finished
            || message instanceof FromKernel.Stopped) {
          isFinished = true;
        } else if (message instanceof FromKernel.BootFailed failed) {
          died = Optional.of(failed.reason());
        } else if (message instanceof FromKernel.Died broken) {
          died = Optional.of(broken.reason());
        }
      }
    } catch (JsonException | NumberFormatException e) {
      return new Transcript(Map.of(), false, false, Optional.of("it sent what is no message"));
    }
    return new Transcript(outputs, isReady, isFinished && died.isEmpty(), died);
  }

  private static void add(int run, Outputs more, Map<Integer, Outputs> outputs) {
    outputs.put(run, joined(outputs.getOrDefault(run, Outputs.NONE), more));
  }

  /** What a run wrote, and what it wrote later; the later count of what was left out is the sum. */
  static Outputs joined(Outputs first, Outputs later) {
    List<Output> items = new ArrayList<>(first.items());
    later.items().forEach(output -> add(output, items));
    return new Outputs(items, Math.max(first.leftOut(), later.leftOut()));
  }

  private static void add(Output output, List<Output> items) {
    Output last = items.isEmpty() ? null : items.get(items.size() - 1);
    if (output instanceof Output.Stream next
        && last instanceof Output.Stream stream
        && next.name().equals(stream.name())) {
      items.set(items.size() - 1, new Output.Stream(stream.name(), stream.text() + next.text()));
    } else {
      items.add(output);
    }
  }
}
