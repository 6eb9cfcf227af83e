package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.notebook.CellRun;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.protocol.ProtocolCodec;
import vivarium.web.kernel.KernelClient;

/**
 * Runs cells one after the other, and collects what they write. After a cell that fails, those that
 * wait are let go.
 */
final class Runs {
  /** Learns of runs. */
  interface Owner {
    /** The element of a live cell. */
    HTMLElement cell(int key);

    /** The cell waits for its turn, or runs. */
    void waits(int key);

    /** The cell neither waits nor runs any more. */
    void rests(int key);

    /** What the cell wrote so far belongs into the notebook. */
    void ran(int key, CellRun run);

    /** A run has ended; {@code milliseconds} is how long it took, 0 when nobody knows. */
    void ended(int key, String state, int milliseconds);
  }

  /** A run of a cell. */
  private static final class Run {
    private final List<Output> outputs = new ArrayList<>();
    private int count;
    private boolean clears;
    private boolean over;
  }

  private final KernelClient kernel;
  private final Owner owner;
  private final List<Integer> waiting = new ArrayList<>();
  private final Map<Integer, Run> runs = new HashMap<>();
  private int running;
  private int count;
  private int kernelOfCount;

  Runs(HTMLElement root, KernelClient kernel, Owner owner) {
    this.kernel = kernel;
    this.owner = owner;
    Dom.listen(root, "viv:run", (cell, detail) -> asked(CellViews.keyOf(cell)));
    Dom.listen(root, "viv:state", (cell, detail) -> state(CellViews.keyOf(cell), detail));
    Dom.listen(root, "viv:output", (cell, detail) -> wrote(CellViews.keyOf(cell), detail));
    Dom.listen(root, "viv:clear", (cell, detail) -> cleared(CellViews.keyOf(cell), detail));
    Dom.listen(root, "viv:done", (cell, detail) -> done(CellViews.keyOf(cell), detail));
    Dom.listenToUpdates((page, detail) -> updated(detail));
  }

  /** Runs these cells after those that were asked for before. */
  void run(List<Integer> keys) {
    for (int key : keys) {
      if (key != running && !waiting.contains(key)) {
        waiting.add(key);
        owner.waits(key);
      }
    }
    next();
  }

  /** Whether a cell runs or waits. */
  boolean isBusy() {
    return running != 0;
  }

  /** Stops the cell that runs; those that wait are let go. */
  void stop() {
    letGo();
    if (running != 0) {
      Dom.stop(owner.cell(running));
    }
  }

  /** Ends Python, with all that it knows, and starts a new one. */
  void restart() {
    letGo();
    kernel.stop();
    kernel.start();
  }

  /** The cell goes, or becomes another one. */
  void forget(int key) {
    waiting.remove((Integer) key);
    if (key == running) {
      Dom.stop(owner.cell(key));
      running = 0;
    }
    runs.remove(key);
  }

  private void letGo() {
    List<Integer> dropped = new ArrayList<>(waiting);
    waiting.clear();
    dropped.forEach(owner::rests);
  }

  private void next() {
    while (running == 0 && !waiting.isEmpty()) {
      Dom.run(owner.cell(waiting.remove(0)));
    }
  }

  /** By whatever way: a button, a key, or the cells before. */
  private void asked(int key) {
    if (running == 0) {
      running = key;
    }
    waiting.remove((Integer) key);
    runs.put(key, new Run());
    owner.waits(key);
  }

  private void state(int key, String detail) {
    Run run = runs.get(key);
    if (run != null && "running".equals(read(detail).string("state")) && run.count == 0) {
      if (kernelOfCount != kernel.starts()) {
        kernelOfCount = kernel.starts();
        count = 0;
      }
      run.count = ++count;
    }
  }

  private void wrote(int key, String detail) {
    Run run = runs.get(key);
    if (run == null) {
      return;
    }
    if (run.clears) {
      run.outputs.clear();
      run.clears = false;
    }
    run.outputs.add(output(read(detail)));
    if (run.over) {
      record(key, run); // A task of the cell, after its end.
    }
  }

  private void cleared(int key, String detail) {
    Run run = runs.get(key);
    if (run != null) {
      run.clears = read(detail).bool("wait");
      if (!run.clears) {
        run.outputs.clear();
      }
    }
  }

  private void updated(String detail) {
    Output updated = output(read(detail));
    if (!(updated instanceof Output.Display display)) {
      return;
    }
    for (Map.Entry<Integer, Run> entry : runs.entrySet()) {
      Run run = entry.getValue();
      List<Output> before = List.copyOf(run.outputs);
      run.outputs.replaceAll(it -> Outputs.updated(it, display.displayId(), display.bundle()));
      if (run.over && !before.equals(run.outputs)) {
        record(entry.getKey(), run);
      }
    }
  }

  private void done(int key, String detail) {
    Run run = runs.get(key);
    if (run == null) {
      return;
    }
    JsonObject end = read(detail);
    String state = end.string("status");
    run.over = true;
    if (key == running) {
      running = 0;
    }
    if (run.count > 0) {
      record(key, run);
    }
    owner.rests(key);
    owner.ended(key, state, end.integer("milliseconds"));
    if (state.equals("done")) {
      next();
    } else {
      letGo();
    }
  }

  private void record(int key, Run run) {
    owner.ran(key, new CellRun(new Outputs(run.outputs), run.count));
  }

  private static JsonObject read(String detail) {
    return JsonObject.of(Json.parse(detail));
  }

  /** An output of an event, where a traceback is a list of lines as in a notebook. */
  private static Output output(JsonObject detail) {
    JsonObject output = JsonObject.of(detail.get("output"));
    if (output.has("traceback")) {
      List<String> lines = new ArrayList<>();
      output.array("traceback").forEach(line -> lines.add(((Json.Str) line).value()));
      output = output.with("traceback", String.join("\n", lines));
    }
    return ProtocolCodec.readOutputs(List.of(output.build())).get(0);
  }
}
