package vivarium.site.render;

import java.util.Map;
import vivarium.model.document.Attributes;
import vivarium.site.plan.CssLength;

/** The attributes of a fenced group, which may be the columns of a slide or one of them. */
final class DivAttributes {
  private DivAttributes() {}

  static Map<String, String> of(Attributes attributes) {
    Map<String, String> html = HtmlAttributes.of(attributes);
    if (attributes.has("columns")) {
      rename("columns", "viv-columns", html);
    }
    if (attributes.has("column")) {
      rename("column", "viv-column", html);
      String width = attributes.values().getOrDefault("width", "");
      if (CssLength.isValid(width)) {
        html.remove("data-width");
        html.merge("style", "--viv-width: " + width, (own, more) -> own + "; " + more);
      }
    }
    return html;
  }

  private static void rename(String from, String to, Map<String, String> html) {
    html.computeIfPresent(
        "class",
        (name, classes) -> (" " + classes + " ").replace(" " + from + " ", " " + to + " "));
    html.computeIfPresent("class", (name, classes) -> classes.strip());
  }
}
