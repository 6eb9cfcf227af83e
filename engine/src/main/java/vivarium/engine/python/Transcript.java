package vivarium.engine.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.json.JsonException;
import vivarium.protocol.FromKernel;
import vivarium.protocol.ProtocolCodec;

/**
 * What a kernel said while it dealt with one message.
 *
 * @param outputs what {@link RunOutputs} takes, in order
 * @param isReady whether Python came up
 * @param isFinished whether the cell came to an end
 * @param died why Python broke down or did not come up
 */
record Transcript(
    List<FromKernel> outputs, boolean isReady, boolean isFinished, Optional<String> died) {
  /** Reads messages; what is none was forged by the code that ran, which is a way to break down. */
  static Transcript of(List<String> texts) {
    List<FromKernel> outputs = new ArrayList<>();
    boolean isReady = false;
    boolean isFinished = false;
    Optional<String> died = Optional.empty();
    try {
      for (String text : texts) {
        FromKernel message = ProtocolCodec.readFromKernel(text);
        if (message instanceof FromKernel.Wrote
            || message instanceof FromKernel.Updated
            || message instanceof FromKernel.Cleared) {
          outputs.add(message);
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
      return new Transcript(List.of(), false, false, Optional.of("it sent what is no message"));
    }
    return new Transcript(outputs, isReady, isFinished && died.isEmpty(), died);
  }
}
