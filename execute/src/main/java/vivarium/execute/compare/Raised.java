package vivarium.execute.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vivarium.model.output.Output;

/**
 * An exception, by its class and message.
 *
 * @param name without the module; empty when the source does not tell
 * @param traceback its lines, which only tell anything when both are the same tool's
 */
record Raised(String name, String message, List<TextLine> traceback) {
  /** {@code json.decoder.JSONDecodeError: Expecting value}, the last head in a traceback. */
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:[a-z_][\\w.]*\\.(?=\\w)|(?=[A-Z]))(\\w++)(?:: (.*+))?+$", Pattern.MULTILINE);

  /** What the parser says of an error changes with every Python. */
  private static final Set<String> SYNTAX = Set.of("SyntaxError", "IndentationError", "TabError");

  /** Python's guesses, which tracebacks show and messages do not hold. */
  private static final Pattern GUESS =
      Pattern.compile("[.;,]?+ (?:Did you mean|(?:Or did|Did) you forget to import)\\b.*+$");

  private static final Pattern QUOTES = Pattern.compile("[`´‘’“”\"]");

  static Raised of(Output.Failure failure) {
    List<TextLine> traceback = Lines.of(failure.traceback());
    String name = failure.name().strip();
    if (!name.isEmpty()) {
      return new Raised(
          name.substring(name.lastIndexOf('.') + 1), joined(Lines.of(failure.value())), traceback);
    }
    Optional<Raised> last = Optional.empty();
    Matcher heads = HEAD.matcher(joined(traceback));
    while (heads.find()) {
      String message = heads.group(2);
      last = Optional.of(new Raised(heads.group(1), message == null ? "" : message, traceback));
    }
    return last.orElse(new Raised("", "", traceback));
  }

  /** Whether {@code now} is what this recorded exception allows. */
  boolean allows(Raised now) {
    if (name.isEmpty()) {
      return true;
    }
    boolean isSame =
        name.equals(now.name)
            && (SYNTAX.contains(name)
                || new TextLine(comparable(message)).allows(new TextLine(comparable(now.message))));
    return isSame || isSameTraceback(now);
  }

  /** Decides where a source does not tell a message of many lines from what follows it. */
  private boolean isSameTraceback(Raised now) {
    return !traceback.isEmpty() && Excerpt.of(LineDiff.of(traceback, now.traceback)).isEmpty();
  }

  /** The first line of what Python says. */
  String head() {
    String first = message.lines().findFirst().orElse("");
    return first.isEmpty() ? name : name + ": " + first;
  }

  private static String comparable(String message) {
    String line = String.join(" ", message.strip().split("\\s+"));
    return QUOTES.matcher(GUESS.matcher(line).replaceAll("")).replaceAll("'");
  }

  private static String joined(List<TextLine> lines) {
    return lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
  }
}
