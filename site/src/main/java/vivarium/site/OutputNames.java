package vivarium.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vivarium.model.document.FrontMatter.Format;
import vivarium.site.plan.Plan;

/** Names the pages that are made of a document. */
final class OutputNames {
  private OutputNames() {}

  /** {@code a/loops.html} for the first format, {@code a/loops.page.html} for another. */
  static Map<Format, String> of(Plan plan) {
    String path = plan.document().path();
    return of(plan, path.substring(0, path.lastIndexOf('.')));
  }

  /** The names for a document that is a site of its own. */
  static Map<Format, String> alone(Plan plan) {
    return of(plan, "index");
  }

  private static Map<Format, String> of(Plan plan, String base) {
    Map<Format, String> names = new LinkedHashMap<>();
    for (Format format : plan.formats()) {
      String middle = names.isEmpty() ? "" : "." + format.name().toLowerCase(Locale.ROOT);
      names.put(format, base + middle + ".html");
    }
    return names;
  }
}
