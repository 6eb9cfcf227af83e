package vivarium.packages.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vivarium.packages.syntax.Cursor;

/** Reads a version where a cursor stands, and leaves the cursor behind it. */
final class VersionReader {
  /** Each longer spelling stands before the ones that it begins with. */
  private static final List<String> PRE =
      List.of("alpha", "a", "beta", "b", "preview", "pre", "c", "rc");

  private static final List<String> POST = List.of("post", "rev", "r");
  private static final List<String> DEV = List.of("dev");

  private final Cursor cursor;

  VersionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Version version() {
    return new Version(epoch(), release(), pre(), post(), dev(), local());
  }

  private BigInteger epoch() {
    if (!cursor.take('v')) {
      cursor.take('V');
    }
    int start = cursor.position();
    if (Cursor.isDigit(cursor.peek())) {
      BigInteger epoch = new BigInteger(cursor.takeDigits());
      if (cursor.take('!')) {
        return epoch;
      }
      cursor.reset(start);
    }
    return BigInteger.ZERO;
  }

  private List<BigInteger> release() {
    if (!Cursor.isDigit(cursor.peek())) {
      throw cursor.problem("A version begins with a number.");
    }
    List<BigInteger> numbers = new ArrayList<>();
    numbers.add(new BigInteger(cursor.takeDigits()));
    while (cursor.peek() == '.' && Cursor.isDigit(cursor.peek(1))) {
      cursor.next();
      numbers.add(new BigInteger(cursor.takeDigits()));
    }
    return numbers;
  }

  private Optional<Version.Pre> pre() {
    String word = word(PRE);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Version.Stage stage =
        switch (word) {
          case "a", "alpha" -> Version.Stage.ALPHA;
          case "b", "beta" -> Version.Stage.BETA;
          default -> Version.Stage.CANDIDATE;
        };
    return Optional.of(new Version.Pre(stage, impliedNumber()));
  }

  private Optional<BigInteger> post() {
    if (cursor.peek() == '-' && Cursor.isDigit(cursor.peek(1))) {
      cursor.next();
      return Optional.of(new BigInteger(cursor.takeDigits()));
    }
    return word(POST).isEmpty() ? Optional.empty() : Optional.of(impliedNumber());
  }

  private Optional<BigInteger> dev() {
    return word(DEV).isEmpty() ? Optional.empty() : Optional.of(impliedNumber());
  }

  /** Passes one of {@code words}, and a separator before it; neither when the word is missing. */
  private String word(List<String> words) {
    int start = cursor.position();
    takeSeparator();
    String word = cursor.takeIgnoringCase(words);
    if (word.isEmpty()) {
      cursor.reset(start);
    }
    return word;
  }

  /** The number behind a word, with a separator before it; 0 when it is missing. */
  private BigInteger impliedNumber() {
    takeSeparator();
    String digits = cursor.takeDigits();
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
  }

  private void takeSeparator() {
    if (isSeparator(cursor.peek())) {
      cursor.next();
    }
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-' || c == '_';
  }

  private List<String> local() {
    List<String> segments = new ArrayList<>();
    if (!cursor.take('+')) {
      return segments;
    }
    segments.add(segment());
    while (isSeparator(cursor.peek()) && Cursor.isLetterOrDigit(cursor.peek(1))) {
      cursor.next();
      segments.add(segment());
    }
    return segments;
  }

  private String segment() {
    int start = cursor.position();
    while (Cursor.isLetterOrDigit(cursor.peek())) {
      cursor.next();
    }
    String segment = cursor.text().substring(start, cursor.position());
    if (segment.isEmpty()) {
      throw cursor.problem("A letter or digit was expected here: the local part is empty.");
    }
    return Version.isNumber(segment)
        ? new BigInteger(segment).toString()
        : segment.toLowerCase(Locale.ROOT);
  }
}
