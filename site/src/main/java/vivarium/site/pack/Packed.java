package vivarium.site.pack;

import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Diagnostic;

/**
 * What came of packing.
 *
 * @param file the content of the file; empty when any of the diagnostics is an error
 * @param parts what takes how much of it, the largest first
 */
public record Packed(Optional<byte[]> file, List<Part> parts, List<Diagnostic> diagnostics) {
  public Packed {
    parts = List.copyOf(parts);
    diagnostics = List.copyOf(diagnostics);
  }
}
