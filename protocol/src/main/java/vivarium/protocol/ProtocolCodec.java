package vivarium.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

/**
 * The JSON form of the messages: an object whose {@code type} names the message, in kebab-case.
 *
 * <p>Reading throws {@link JsonException} for anything that is not a message.
 */
public final class ProtocolCodec {
  private ProtocolCodec() {}

  /** The text of a message to the kernel. */
  public static String write(ToKernel message) {
    if (message instanceof ToKernel.Boot boot) {
      return type("boot")
          .with("engine", boot.engine())
          .with("python", boot.python())
          .with("image", boot.image())
          .with("packages", boot.packages())
          .with("files", boot.files())
          .build()
          .text();
    }
    if (message instanceof ToKernel.Entered entered) {
      JsonObject json = type("entered").with("run", entered.run());
      return entered.text().map(text -> json.with("text", text)).orElse(json).build().text();
    }
    if (message instanceof ToKernel.Interrupt interrupt) {
      return type("interrupt").with("run", interrupt.run()).build().text();
    }
    if (message instanceof ToKernel.Ask ask) {
      return type("ask")
          .with("ask", ask.ask())
          .with("about", ask.about())
          .with("env", ask.env())
          .with("caret", ask.caret())
          .with("code", ask.code())
          .build()
          .text();
    }
    if (message instanceof ToKernel.Comm comm) {
      return type("comm").with("message", comm.message()).build().text();
    }
    ToKernel.Run run = (ToKernel.Run) message;
    return type("run")
        .with("run", run.run())
        .with("cell", run.cell())
        .with("env", run.env())
        .with("code", run.code())
        .with("figures", run.figures())
        .build()
        .text();
  }

  /** The message to the kernel with this text. */
  public static ToKernel readToKernel(String text) {
    JsonObject message = JsonObject.of(Json.parse(text));
    String type = message.string("type");
    return switch (type) {
      case "boot" ->
          new ToKernel.Boot(
              message.string("engine"),
              message.string("python"),
              message.string("image"),
              message.string("packages"),
              message.string("files"));
      case "run" ->
          new ToKernel.Run(
              message.integer("run"),
              message.string("cell"),
              message.string("env"),
              message.string("code"),
              message.string("figures"));
      case "entered" -> new ToKernel.Entered(message.integer("run"), text(message));
      case "interrupt" -> new ToKernel.Interrupt(message.integer("run"));
      case "ask" ->
          new ToKernel.Ask(
              message.integer("ask"),
              message.string("about"),
              message.string("code"),
              message.integer("caret"),
              message.string("env"));
      case "comm" -> new ToKernel.Comm(message.string("message"));
      default -> throw unknown(type);
    };
  }

  private static Optional<String> text(JsonObject message) {
    return message.has("text") ? Optional.of(message.string("text")) : Optional.empty();
  }

  /** The text of a message from the kernel. */
  public static String write(FromKernel message) {
    return toJson(message).build().text();
  }

  private static JsonObject toJson(FromKernel message) {
    if (message instanceof FromKernel.Ready ready) {
      return type("ready")
          .with("python", ready.python())
          .with("restored", ready.restored())
          .with("milliseconds", ready.milliseconds());
    }
    if (message instanceof FromKernel.BootFailed failed) {
      return type("boot-failed").with("reason", failed.reason());
    }
    if (message instanceof FromKernel.Died died) {
      return type("died").with("reason", died.reason());
    }
    if (message instanceof FromKernel.Started started) {
      return type("started").with("run", started.run());
    }
    if (message instanceof FromKernel.Wrote wrote) {
      return type("wrote").with("run", wrote.run()).with("output", output(wrote.output()));
    }
    if (message instanceof FromKernel.Updated updated) {
      return type("updated")
          .with("run", updated.run())
          .with("display_id", updated.displayId())
          .with("data", bundle(updated.bundle()));
    }
    if (message instanceof FromKernel.Cleared cleared) {
      return type("cleared").with("run", cleared.run()).with("wait", cleared.waits());
    }
    if (message instanceof FromKernel.Skipping skipping) {
      return type("skipping")
          .with("run", skipping.run())
          .with("left_out", output(skipping.leftOut()))
          .with("end", output(skipping.end()));
    }
    if (message instanceof FromKernel.Asked asked) {
      return type("asked")
          .with("run", asked.run())
          .with("prompt", asked.prompt())
          .with("secret", asked.secret());
    }
    if (message instanceof FromKernel.Interrupting interrupting) {
      return type("interrupting").with("run", interrupting.run());
    }
    if (message instanceof FromKernel.Stopped stopped) {
      return type("stopped")
          .with("run", stopped.run())
          .with("milliseconds", stopped.milliseconds());
    }
    if (message instanceof FromKernel.Answered answered) {
      return type("answered").with("ask", answered.ask()).with("answer", answered.answer());
    }
    if (message instanceof FromKernel.Comm comm) {
      return type("comm").with("message", comm.message());
    }
    FromKernel.Finished finished = (FromKernel.Finished) message;
    return type("finished")
        .with("run", finished.run())
        .with("failed", finished.failed())
        .with("milliseconds", finished.milliseconds());
  }

  /** The message from the kernel with this text. */
  public static FromKernel readFromKernel(String text) {
    JsonObject message = JsonObject.of(Json.parse(text));
    String type = message.string("type");
    return switch (type) {
      case "ready" ->
          new FromKernel.Ready(
              message.string("python"), message.bool("restored"), message.integer("milliseconds"));
      case "boot-failed" -> new FromKernel.BootFailed(message.string("reason"));
      case "died" -> new FromKernel.Died(message.string("reason"));
      case "started" -> new FromKernel.Started(message.integer("run"));
      case "wrote" ->
          new FromKernel.Wrote(
              message.integer("run"), output(JsonObject.of(message.get("output"))));
      case "updated" ->
          new FromKernel.Updated(
              message.integer("run"), message.string("display_id"), bundle(message));
      case "cleared" -> new FromKernel.Cleared(message.integer("run"), message.bool("wait"));
      case "skipping" ->
          new FromKernel.Skipping(
              message.integer("run"),
              leftOut(JsonObject.of(message.get("left_out"))),
              stream(JsonObject.of(message.get("end"))));
      case "asked" ->
          new FromKernel.Asked(
              message.integer("run"), message.string("prompt"), message.bool("secret"));
      case "interrupting" -> new FromKernel.Interrupting(message.integer("run"));
      case "stopped" ->
          new FromKernel.Stopped(message.integer("run"), message.integer("milliseconds"));
      case "finished" ->
          new FromKernel.Finished(
              message.integer("run"), message.bool("failed"), message.integer("milliseconds"));
      case "answered" -> new FromKernel.Answered(message.integer("ask"), message.string("answer"));
      case "comm" -> new FromKernel.Comm(message.string("message"));
      default -> throw unknown(type);
    };
  }

  /**
   * What Python shows in a run, in the shape of the messages that Jupyter's kernels send: an
   * output, an {@code update_display_data} or a {@code clear_output}.
   */
  public static FromKernel readShown(int run, String text) {
    JsonObject shown = JsonObject.of(Json.parse(text));
    return switch (shown.string("output_type")) {
      case "update_display_data" ->
          new FromKernel.Updated(run, shown.string("display_id"), bundle(shown));
      case "clear_output" -> new FromKernel.Cleared(run, shown.bool("wait"));
      default -> new FromKernel.Wrote(run, output(shown));
    };
  }

  /** The outputs as an array of such objects. */
  public static Json.Arr writeOutputs(List<Output> outputs) {
    List<Json> items = new ArrayList<>();
    for (Output output : outputs) {
      items.add(output(output));
    }
    return new Json.Arr(items);
  }

  /** The outputs that {@link #writeOutputs} wrote. */
  public static List<Output> readOutputs(List<Json> items) {
    List<Output> outputs = new ArrayList<>();
    for (Json item : items) {
      outputs.add(output(JsonObject.of(item)));
    }
    return outputs;
  }

  /**
   * Outputs have the shape and names of the notebook format; errors have more than it knows, values
   * may have a {@code display_id}, and {@code left_out} is a type of its own.
   */
  private static Json.Obj output(Output output) {
    if (output instanceof Output.Stream stream) {
      return JsonObject.empty()
          .with("output_type", "stream")
          .with("name", stream.name())
          .with("text", stream.text())
          .build();
    }
    if (output instanceof Output.Display display) {
      JsonObject json =
          JsonObject.empty()
              .with("output_type", "display_data")
              .with("data", bundle(display.bundle()));
      return (display.displayId().isEmpty() ? json : json.with("display_id", display.displayId()))
          .build();
    }
    if (output instanceof Output.Result result) {
      return JsonObject.empty()
          .with("output_type", "execute_result")
          .with("data", bundle(result.bundle()))
          .build();
    }
    if (output instanceof Output.LeftOut leftOut) {
      return JsonObject.empty()
          .with("output_type", "left_out")
          .with("characters", leftOut.characters())
          .with("lines", leftOut.lines())
          .with("displays", leftOut.displays())
          .build();
    }
    Output.Failure failure = (Output.Failure) output;
    List<Json> frames = new ArrayList<>();
    for (Output.Frame frame : failure.frames()) {
      frames.add(JsonObject.empty().with("cell", frame.cell()).with("line", frame.line()).build());
    }
    return JsonObject.empty()
        .with("output_type", "error")
        .with("ename", failure.name())
        .with("evalue", failure.value())
        .with("traceback", failure.traceback())
        .with("frames", Json.of(frames))
        .with("headline", failure.explanation().headline())
        .with("hint", failure.explanation().hint())
        .with("own", failure.explanation().own())
        .build();
  }

  private static Output output(JsonObject output) {
    String type = output.string("output_type");
    return switch (type) {
      case "stream" -> stream(output);
      case "left_out" -> leftOut(output);
      case "display_data" ->
          new Output.Display(
              bundle(output), output.has("display_id") ? output.string("display_id") : "");
      case "execute_result" -> new Output.Result(bundle(output));
      case "error" ->
          new Output.Failure(
              output.string("ename"),
              output.string("evalue"),
              output.string("traceback"),
              frames(output.array("frames")),
              new Output.Explanation(
                  output.string("headline"), output.string("hint"), output.string("own")));
      default -> throw unknown(type);
    };
  }

  private static Output.Stream stream(JsonObject output) {
    return new Output.Stream(output.string("name"), output.string("text"));
  }

  private static Output.LeftOut leftOut(JsonObject output) {
    return new Output.LeftOut(
        output.integer("characters"), output.integer("lines"), output.integer("displays"));
  }

  private static List<Output.Frame> frames(List<Json> items) {
    List<Output.Frame> frames = new ArrayList<>();
    for (Json item : items) {
      JsonObject frame = JsonObject.of(item);
      frames.add(new Output.Frame(frame.string("cell"), frame.integer("line")));
    }
    return frames;
  }

  private static Json bundle(MimeBundle bundle) {
    JsonObject data = JsonObject.empty();
    for (Map.Entry<String, String> entry : bundle.data().entrySet()) {
      data = data.with(entry.getKey(), entry.getValue());
    }
    return data.build();
  }

  private static MimeBundle bundle(JsonObject output) {
    JsonObject data = JsonObject.of(output.get("data"));
    Map<String, String> entries = new LinkedHashMap<>();
    for (String type : output.object("data").keySet()) {
      entries.put(type, data.string(type));
    }
    return new MimeBundle(entries);
  }

  private static JsonObject type(String name) {
    return JsonObject.empty().with("type", name);
  }

  private static JsonException unknown(String type) {
    return new JsonException("there is no \"" + type + "\"");
  }
}
