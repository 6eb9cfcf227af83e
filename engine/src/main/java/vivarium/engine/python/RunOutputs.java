package vivarium.engine.python;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.protocol.FromKernel;

/**
 * What the runs of a job wrote and is still there. Tasks of earlier runs write while later ones go
 * on, and a value may be updated by whichever run.
 */
final class RunOutputs {
  private final List<Run> runs = new ArrayList<>();

  /** The next run begins; the first has the number 1. */
  void begin() {
    runs.add(new Run());
  }

  /** Takes what a kernel said; of runs that have not begun, the code that ran forged it. */
  void take(FromKernel message) {
    if (message instanceof FromKernel.Wrote wrote && has(wrote.run())) {
      runs.get(wrote.run() - 1).add(wrote.output());
    } else if (message instanceof FromKernel.Cleared cleared && has(cleared.run())) {
      runs.get(cleared.run() - 1).clear(cleared.waits());
    } else if (message instanceof FromKernel.Updated updated) {
      runs.forEach(run -> run.update(updated.displayId(), updated.bundle()));
    }
  }

  /** What a run wrote; text that follows text of the same stream is one output. */
  Outputs of(int run) {
    return new Outputs(runs.get(run - 1).items);
  }

  private boolean has(int run) {
    return run >= 1 && run <= runs.size();
  }

  private static final class Run {
    private final List<Output> items = new ArrayList<>();
    private boolean clears;

    void add(Output output) {
      if (clears) {
        clear(false);
      }
      Output last = items.isEmpty() ? null : items.get(items.size() - 1);
      if (output instanceof Output.Stream next
          && last instanceof Output.Stream stream
          && next.name().equals(stream.name())) {
        items.set(items.size() - 1, new Output.Stream(stream.name(), stream.text() + next.text()));
      } else {
        items.add(output);
      }
    }

    void clear(boolean waits) {
      clears = waits;
      if (!waits) {
        items.clear();
      }
    }

    void update(String displayId, MimeBundle bundle) {
      items.replaceAll(item -> Outputs.updated(item, displayId, bundle));
    }
  }
}
