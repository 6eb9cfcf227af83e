package vivarium.parse;

import java.util.List;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Document;

/**
 * What came of a source file.
 *
 * @param document the document, there even when something is wrong with it
 * @param diagnostics what is wrong, in the order of the source
 */
public record Parsed(Document document, List<Diagnostic> diagnostics) {
  public Parsed {
    diagnostics = List.copyOf(diagnostics);
  }
}
