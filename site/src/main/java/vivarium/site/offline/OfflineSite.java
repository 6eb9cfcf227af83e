package vivarium.site.offline;

import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.Site;

/**
 * A site that readers can keep.
 *
 * @param site the site with all that this needs; empty when one of the diagnostics is an error
 * @param files how many files readers' browsers keep
 * @param bytes how much these are
 * @param diagnostics what the author should know
 */
public record OfflineSite(
    Optional<Site> site, int files, long bytes, List<Diagnostic> diagnostics) {
  public OfflineSite {
    diagnostics = List.copyOf(diagnostics);
  }
}
