package vivarium.packages.requirement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;

/** Requirements that other tools know and that cannot be met here, with the reason. */
final class Refusal {
  private static final List<String> REPOSITORIES = List.of("git+", "hg+", "svn+", "bzr+");

  private static final String WHEEL = ".whl";

  private static final String REMEDY =
      "put it into the folder \"wheels\" beside the documents, and write only its name.";

  private Refusal() {}

  /** The reason why nothing can be taken from {@code address}; empty when it can. */
  static Optional<Diagnostic> ofUrl(String address, Location where) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (REPOSITORIES.stream().noneMatch(lower::startsWith)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            "requirement-refused",
            where,
            "A package cannot be built from a repository.",
            "Build its wheel; " + REMEDY));
  }

  /** The reason why {@code text}, which is no requirement, is an address or a path instead. */
  static Optional<Diagnostic> ofPlainText(String text, Location where) {
    Optional<Diagnostic> repository = ofUrl(text, where);
    if (repository.isPresent()) {
      return repository;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean isAddress =
        lower.startsWith(".")
            || lower.startsWith("/")
            || lower.contains("://")
            || lower.startsWith("file:")
            || lower.endsWith(WHEEL);
    return isAddress ? Optional.of(nameless(where)) : Optional.empty();
  }

  /** The reason why {@code name} is the name of a file instead; empty when it is not. */
  static Optional<Diagnostic> ofName(PackageName name, Location where) {
    return name.written().toLowerCase(Locale.ROOT).endsWith(WHEEL)
        ? Optional.of(nameless(where))
        : Optional.empty();
  }

  private static Diagnostic nameless(Location where) {
    return Diagnostic.error(
        "requirement-refused",
        where,
        "A path or URL alone does not say which package it is.",
        "Get the wheel; " + REMEDY);
  }

  /** The reason why nothing is installed in editable form. */
  static Diagnostic ofEditable(Location where) {
    return Diagnostic.error(
        "requirement-refused",
        where,
        "A package cannot be installed in editable form: a site is made of finished files.",
        "Build its wheel; " + REMEDY);
  }
}
