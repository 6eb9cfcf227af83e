package vivarium.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.notebook.PublishedNotebook;

/**
 * A document in all its formats.
 *
 * @param pages the text of each page, by its path in the site
 * @param files the files that the pages need, by their paths in the source folder
 * @param themes the folders that are copied as a whole
 * @param notebook the notebook that a page shows, if one does
 * @param mathematics whether a page needs the styles for mathematics
 */
record BuiltDocument(
    Map<String, String> pages,
    Set<String> files,
    Set<String> themes,
    Optional<PublishedNotebook> notebook,
    boolean mathematics,
    List<Diagnostic> diagnostics) {}
