package vivarium.parse.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.document.LineSteps;
import vivarium.parse.attributes.Braces;
import vivarium.parse.attributes.Braces.Kind;
import vivarium.parse.attributes.Braces.Word;
import vivarium.parse.attributes.BracesReader;

/**
 * Reads what follows the backticks of a fence: {@code lang ( {attributes} | [lines] )*}, {@code
 * {lang attributes}}, or {@code {.lang attributes}}.
 */
final class FenceLineReader {
  private static final String STEPS_REMEDY =
      "Write line numbers from 1 up, as in [1|2-3,5|all], where each | begins a step.";

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private final List<FenceLine.Rest> rest = new ArrayList<>();
  private final List<FenceLine.Fault> faults = new ArrayList<>();
  private Optional<FenceLine.Steps> steps = Optional.empty();
  private String name = "";
  private boolean braced;
  private int at;

  private FenceLineReader(String line, int start) {
    this.line = line;
    this.at = start;
  }

  /** Reads {@code line} from {@code start}, which is behind the backticks, to its end. */
  static FenceLine read(String line, int start) {
    return new FenceLineReader(line, start).read();
  }

  private FenceLine read() {
    skipSpace();
    if (at < line.length() && line.charAt(at) == '{' && !line.startsWith("{{", at)) {
      bracedName();
    } else {
      name = bareWord();
    }
    skipSpace();
    while (at < line.length()) {
      switch (line.charAt(at)) {
        case '{' -> braces();
        case '[' -> brackets();
        default -> rest.add(new FenceLine.Rest(line.substring(at, at + bareLength()), skipWord()));
      }
      skipSpace();
    }
    return new FenceLine(name, braced, words, steps, rest, faults);
  }

  /** The words of the first braces; the first of them, or the first class, is the name. */
  private void bracedName() {
    if (linesIn('}').isPresent()) {
      braces();
      return;
    }
    Braces braces = BracesReader.read(line, at);
    boolean isDirective = !braces.words().isEmpty() && braces.words().get(0).kind() == Kind.FLAG;
    Optional<Word> first =
        braces.words().stream()
            .filter(word -> word.kind() == (isDirective ? Kind.FLAG : Kind.CLASS))
            .findFirst();
    first.ifPresent(word -> name = word.name());
    braced = isDirective;
    take(braces, first);
  }

  private void braces() {
    Optional<String> lines = linesIn('}');
    if (lines.isPresent()) {
      steps(lines.get(), '}');
    } else {
      take(BracesReader.read(line, at), Optional.empty());
    }
  }

  private void take(Braces braces, Optional<Word> name) {
    for (Word word : braces.words()) {
      if (name.isEmpty() || !word.equals(name.get())) {
        words.add(word);
      }
    }
    braces
        .fault()
        .ifPresent(
            fault ->
                faults.add(
                    new FenceLine.Fault(
                        "bad-fence",
                        fault.offset(),
                        fault.message(),
                        "Write options as in {run .class #id key=value}.")));
    at = braces.fault().isPresent() ? line.length() : braces.end();
  }

  private void brackets() {
    int end = line.indexOf(']', at);
    if (end < 0) {
      faults.add(
          new FenceLine.Fault(
              "bad-line-steps", at, "The bracket \"[\" is not closed.", STEPS_REMEDY));
      at = line.length();
    } else {
      steps(line.substring(at + 1, end), ']');
    }
  }

  private void steps(String text, char closing) {
    Optional<LineSteps> read = LineStepReader.read(text);
    if (read.isPresent()) {
      steps = Optional.of(new FenceLine.Steps(read.get(), at + 1));
    } else {
      faults.add(
          new FenceLine.Fault(
              "bad-line-steps", at + 1, "\"" + text + "\" does not name lines.", STEPS_REMEDY));
    }
    at = line.indexOf(closing, at) + 1;
  }

  private Optional<String> linesIn(char closing) {
    int end = line.indexOf(closing, at);
    return Optional.of(end < 0 ? "" : line.substring(at + 1, end))
        .filter(LineStepReader::isMeantBy);
  }

  private int skipWord() {
    int start = at;
    at += bareLength();
    return start;
  }

  private String bareWord() {
    int start = skipWord();
    return line.substring(start, at);
  }

  private int bareLength() {
    int end = at;
    boolean doubled = line.startsWith("{{", at);
    while (end < line.length()
        && !Character.isWhitespace(line.charAt(end))
        && (doubled || end == at || (line.charAt(end) != '{' && line.charAt(end) != '['))) {
      end++;
    }
    return end - at;
  }

  private void skipSpace() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }
}
