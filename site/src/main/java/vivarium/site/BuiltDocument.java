package vivarium.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;

/**
 * A document in all its formats.
 *
 * @param pages the text of each page, by its path in the site
 * @param files the files that the pages need, by their paths in the source folder
 * @param themes the folders that are copied as a whole
 * @param mathematics whether a page needs the styles for mathematics
 */
record BuiltDocument(
    Map<String, String> pages,
    Set<String> files,
    Set<String> themes,
    boolean mathematics,
    List<Diagnostic> diagnostics) {}
