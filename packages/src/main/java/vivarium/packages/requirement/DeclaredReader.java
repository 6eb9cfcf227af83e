package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.packages.hash.Sha256;
import vivarium.packages.syntax.SyntaxException;

/** Reads requirements out of files, and collects what is wrong with them. */
public final class DeclaredReader {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * Reads one requirement; empty when it is none, or refused, which is noted.
   *
   * @param places where the characters of {@code text} stand, by their offset
   */
  public Optional<Declared> read(String text, IntFunction<Location> places, List<Sha256> hashes) {
    Location start = places.apply(0);
    try {
      Requirement requirement = Requirement.parse(text);
      Optional<Diagnostic> refusal =
          requirement
              .url()
              .map(address -> Refusal.ofUrl(address, start))
              .orElseGet(() -> Refusal.ofName(requirement.name(), start));
      if (refusal.isPresent()) {
        note(refusal.get());
        return Optional.empty();
      }
      return Optional.of(new Declared(requirement, start, hashes));
    } catch (SyntaxException e) {
      note(
          Refusal.ofPlainText(text.strip(), start)
              .orElseGet(() -> badRequirement(text, e, places.apply(e.offset()))));
      return Optional.empty();
    }
  }

  private static Diagnostic badRequirement(String text, SyntaxException e, Location where) {
    return Diagnostic.error(
        "bad-requirement",
        where,
        SyntaxException.quoted(text.strip()) + " is no requirement: " + lower(e.problem()),
        "Write a name, with a version if it matters: numpy>=2");
  }

  /** The sentence, to follow a colon. */
  private static String lower(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  void note(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** What is wrong, in the order in which it was found. */
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }
}
