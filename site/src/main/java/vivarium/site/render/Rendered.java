package vivarium.site.render;

import java.util.List;
import vivarium.model.diagnostic.Diagnostic;

/**
 * A page of a site.
 *
 * @param html the whole file
 * @param mathematics whether it needs the styles for mathematics
 */
public record Rendered(String html, boolean mathematics, List<Diagnostic> diagnostics) {
  public Rendered {
    diagnostics = List.copyOf(diagnostics);
  }
}
