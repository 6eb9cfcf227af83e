package vivarium.parse.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;

/** Collects what is wrong with a file. */
public final class Findings {
  /** More warnings than this are noise: nobody reads on, and a hostile file has millions. */
  static final int MAX_WARNINGS = 100;

  /** A word longer than this is no misspelling, and the search for its nearest is quadratic. */
  private static final int MAX_NAME = 40;

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private int warnings;

  public void error(String code, Location where, String message, String remedy) {
    diagnostics.add(Diagnostic.error(code, where, message, remedy));
  }

  public void warning(String code, Location where, String message, String remedy) {
    warnings++;
    if (warnings <= MAX_WARNINGS) {
      diagnostics.add(Diagnostic.warning(code, where, message, remedy));
    }
  }

  /** Warns, but only the first time for this code and subject. */
  public void warnOnce(String code, String subject, Location where, String message, String remedy) {
    if (said.add(code + " " + subject)) {
      warning(code, where, message, remedy);
    }
  }

  /** Everything found, in the order of the source. */
  public List<Diagnostic> all(String path) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.sort((a, b) -> a.where().compareTo(b.where()));
    if (warnings > MAX_WARNINGS) {
      all.add(
          Diagnostic.warning(
              "more-warnings",
              Location.file(path),
              (warnings - MAX_WARNINGS) + " more warnings are not shown.",
              "Put right the ones above, then build again."));
    }
    return List.copyOf(all);
  }

  /** {@code Did you mean "title"?}, or {@code otherwise} when nothing known is near. */
  public static String didYouMean(String typed, Collection<String> known, String otherwise) {
    Optional<String> nearest =
        typed.length() > MAX_NAME ? Optional.empty() : Nearest.to(typed, known);
    return nearest.map(name -> "Did you mean \"" + name + "\"?").orElse(otherwise);
  }

  /** {@code text} between quotes, short enough for a message. */
  public static String quoted(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > MAX_NAME;
    String start = isLong ? text.substring(0, text.offsetByCodePoints(0, MAX_NAME)) + "…" : text;
    return "\"" + start.replaceAll("\\s+", " ") + "\"";
  }
}
