package vivarium.execute.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of output, made comparable only when it has to be. Not for several threads. */
final class TextLine {
  static final String ELLIPSIS = "...";

  /** Lines of more characters are data that nobody wrote by hand, and are compared as they are. */
  static final int LONGEST_NORMALISED = 10_000;

  /** Nobody writes an ellipsis in a line that fills a screen. */
  static final int LONGEST_WITH_ELLIPSIS = 1_000;

  /** How far apart two numbers may be, of the larger one: less than the digits that people read. */
  private static final double NOISE = 1e-9;

  private static final Pattern FRACTION =
      Pattern.compile(
          "(?<![\\w.])[-+]?+(?:\\d++\\.\\d*+(?:[eE][-+]?+\\d++)?+|\\.\\d++(?:[eE][-+]?+\\d++)?+"
              + "|\\d++[eE][-+]?+\\d++)(?![\\w.])");

  private final String text;
  private @Nullable String normal;
  private @Nullable Numbers numbers;

  /** A line with its fractions apart from the rest. */
  private record Numbers(String rest, List<Double> values) {
    boolean isCloseTo(Numbers other) {
      if (values.isEmpty() || values.size() != other.values.size() || !rest.equals(other.rest)) {
        return false;
      }
      for (int i = 0; i < values.size(); i++) {
        double one = values.get(i);
        double two = other.values.get(i);
        if (!(Math.abs(one - two) <= NOISE * Math.max(Math.abs(one), Math.abs(two)))) {
          return false;
        }
      }
      return true;
    }
  }

  TextLine(String text) {
    this.text = text;
  }

  /** The line itself. */
  String text() {
    return text;
  }

  /** Whether it stands for any number of lines. */
  boolean isEllipsis() {
    return text.strip().equals(ELLIPSIS);
  }

  /** Whether {@code now} is what this recorded line allows. */
  boolean allows(TextLine now) {
    return areEqual(text, now.text)
        || areEqual(normal(), now.normal())
        || numbers().isCloseTo(now.numbers())
        || allowsByEllipsis(now);
  }

  /** The hash, which a string remembers, spares reading long lines that begin alike. */
  private static boolean areEqual(String one, String two) {
    return one.hashCode() == two.hashCode() && one.equals(two);
  }

  private boolean allowsByEllipsis(TextLine now) {
    String pattern = normal();
    String line = now.normal();
    if (pattern.length() > LONGEST_WITH_ELLIPSIS || line.length() > LONGEST_WITH_ELLIPSIS) {
      return false;
    }
    int first = pattern.indexOf(ELLIPSIS);
    if (first < 0 || !line.startsWith(pattern.substring(0, first))) {
      return false;
    }
    int at = first;
    int start = first + ELLIPSIS.length();
    for (int next = pattern.indexOf(ELLIPSIS, start);
        next >= 0;
        next = pattern.indexOf(ELLIPSIS, start)) {
      int found = line.indexOf(pattern.substring(start, next), at);
      if (found < 0) {
        return false;
      }
      at = found + next - start;
      start = next + ELLIPSIS.length();
    }
    String last = pattern.substring(start);
    return line.length() - at >= last.length() && line.endsWith(last);
  }

  private String normal() {
    if (normal == null) {
      normal = text.length() > LONGEST_NORMALISED ? text : Masks.applied(text);
    }
    return normal;
  }

  private Numbers numbers() {
    if (numbers == null) {
      numbers = numbersIn(normal());
    }
    return numbers;
  }

  private static Numbers numbersIn(String line) {
    if (line.length() > LONGEST_NORMALISED) {
      return new Numbers(line, List.of());
    }
    List<Double> values = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher matcher = FRACTION.matcher(line);
    int copied = 0;
    while (matcher.find()) {
      values.add(Double.valueOf(matcher.group()));
      rest.append(line, copied, matcher.start()).append('\0');
      copied = matcher.end();
    }
    return new Numbers(rest.append(line, copied, line.length()).toString(), values);
  }
}
