package vivarium.parse.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;
import vivarium.parse.cell.RecordedKind;
import vivarium.parse.cell.RecordedText;

/** Outputs as a Markdown source can record them: as up to three texts. */
public final class MarkdownOutputs {
  /** What colours text or moves the cursor of a terminal. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|[@-Z\\\\^_])");

  /** A line of nothing but space, of which Markdown loses the space inside a list. */
  private static final Pattern BLANK = Pattern.compile("(?md)^[ \\t]+$");

  private MarkdownOutputs() {}

  /**
   * The outputs that a Markdown source holds once it records these. What went to the standard
   * stream and the {@code text/plain} of values are one text, in their order; what went to the
   * error stream is a second one, and the traceback a third. Colours and overwritten text are gone,
   * and the last line of each text is ended.
   */
  public static Outputs of(Outputs outputs) {
    RecordedText recorded = new RecordedText();
    texts(outputs).forEach(recorded::add);
    return recorded.outputs();
  }

  /** The texts, none of them empty, in the order in which a source has them. */
  static Map<RecordedKind, String> texts(Outputs outputs) {
    Map<RecordedKind, StringBuilder> all = new EnumMap<>(RecordedKind.class);
    for (Output item : outputs.items()) {
      RecordedKind kind = kind(item);
      StringBuilder text = all.computeIfAbsent(kind, key -> new StringBuilder());
      boolean isValue =
          item instanceof Output.Display
              || item instanceof Output.Result
              || item instanceof Output.LeftOut;
      endLine(text, isValue || kind == RecordedKind.ERROR);
      text.append(plain(text(item)));
      endLine(text, isValue);
    }
    Map<RecordedKind, String> texts = new EnumMap<>(RecordedKind.class);
    all.forEach(
        (kind, text) -> {
          endLine(text, true);
          if (text.length() > 0) {
            texts.put(kind, BLANK.matcher(text).replaceAll(""));
          }
        });
    return texts;
  }

  private static void endLine(StringBuilder text, boolean isWanted) {
    if (isWanted && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private static RecordedKind kind(Output item) {
    if (item instanceof Output.Failure) {
      return RecordedKind.ERROR;
    }
    boolean isError = item instanceof Output.Stream stream && stream.name().equals("stderr");
    return isError ? RecordedKind.WARNING : RecordedKind.OUTPUT;
  }

  private static String text(Output item) {
    if (item instanceof Output.Stream stream) {
      return stream.text();
    } else if (item instanceof Output.Display display) {
      return text(display.bundle());
    } else if (item instanceof Output.Result result) {
      return text(result.bundle());
    }
    if (item instanceof Output.LeftOut leftOut) {
      return leftOut.text();
    }
    Output.Failure failure = (Output.Failure) item;
    String message =
        failure.value().isEmpty() ? failure.name() : failure.name() + ": " + failure.value();
    return (failure.traceback().isBlank() ? message : failure.traceback()).stripTrailing();
  }

  private static String text(MimeBundle bundle) {
    return bundle.data().getOrDefault(MimeBundle.TEXT, "");
  }

  /** The text that is left on a terminal, without colours; of a line, what was written last. */
  private static String plain(String text) {
    String visible =
        ESCAPE.matcher(text).replaceAll("").replace('\0', '\uFFFD').replace("\r\n", "\n");
    if (visible.indexOf('\r') < 0) {
      return visible;
    }
    List<String> lines = new ArrayList<>();
    for (String line : visible.split("\n", -1)) {
      String ended = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      lines.add(ended.substring(ended.lastIndexOf('\r') + 1));
    }
    return String.join("\n", lines);
  }
}
