package vivarium.site;

import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;

/**
 * What came of a build.
 *
 * @param site the site; empty when any of the diagnostics is an error
 * @param diagnostics what the author should know, sorted by file and line
 */
public record Build(Optional<Site> site, List<Diagnostic> diagnostics) {
  public Build {
    diagnostics = List.copyOf(diagnostics);
    if (site.isPresent() && diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new IllegalArgumentException("a build with an error has no site");
    }
  }
}
