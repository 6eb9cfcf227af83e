package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Makes outputs of the texts that a source records for a cell. */
public final class RecordedText {
  /** How a traceback says what was raised: {@code NameError: name 'x' is not defined}. */
  private static final Pattern FAILURE =
      Pattern.compile("([A-Za-z_][\\w.]*)(?:: ?(.*))?", Pattern.DOTALL);

  /** The usual endings, by which a message of several lines is told from what it says. */
  private static final Pattern USUAL =
      Pattern.compile(
          "[A-Za-z_][\\w.]*(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group)(?::|\\z)");

  private final List<Output> items = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private String stream = "";

  /** Adds what a fence of this kind holds. */
  public void add(RecordedKind kind, String text) {
    if (kind == RecordedKind.ERROR) {
      close();
      items.add(failure(text.stripTrailing()));
      return;
    }
    String name = kind == RecordedKind.OUTPUT ? "stdout" : "stderr";
    if (!name.equals(stream)) {
      close();
      stream = name;
    }
    open.append(text);
  }

  /** All that was added. */
  public Outputs outputs() {
    close();
    return new Outputs(items);
  }

  private void close() {
    if (open.length() > 0) {
      items.add(new Output.Stream(stream, open.toString()));
      open.setLength(0);
    }
  }

  private static Output.Failure failure(String traceback) {
    List<String> lines = traceback.lines().toList();
    int at = lines.size() - 1;
    while (at >= 0 && !USUAL.matcher(lines.get(at)).lookingAt()) {
      at--;
    }
    int first = at < 0 ? Math.max(0, lines.size() - 1) : at;
    String message = String.join("\n", lines.subList(first, lines.size()));
    Matcher matcher = FAILURE.matcher(message);
    String name = matcher.matches() ? matcher.group(1) : "Exception";
    String value = matcher.matches() ? Optional.ofNullable(matcher.group(2)).orElse("") : message;
    return new Output.Failure(name, value, traceback, List.of());
  }
}
