package vivarium.engine.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.json.JsonException;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;

/**
 * What a kernel said while it dealt with one message.
 *
 * @param outputs what was written; text that follows text of the same stream is one output
 * @param isReady whether Python came up
 * @param isFinished whether the cell came to an end
 * @param died why Python broke down or did not come up
 */
record Transcript(Outputs outputs, boolean isReady, boolean isFinished, Optional<String> died) {
  /** Reads messages; what is none was forged by the code that ran, which is a way to break down. */
  static Transcript of(List<String> texts) {
    List<Output> items = new ArrayList<>();
    int leftOut = 0;
    boolean isReady = false;
    boolean isFinished = false;
    Optional<String> died = Optional.empty();
    try {
      for (String text : texts) {
        FromKernel message = ProtocolCodec.readFromKernel(text);
        if (message instanceof FromKernel.Wrote wrote) {
          add(wrote.output(), items);
        } else if (message instanceof FromKernel.LeftOut more) {
          leftOut = more.characters();
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
      return new Transcript(Outputs.NONE, false, false, Optional.of("it sent what is no message"));
    }
    return new Transcript(new Outputs(items, leftOut), isReady, isFinished && died.isEmpty(), died);
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
