package vivarium.site.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.model.document.Attributes;
import vivarium.site.plan.CssLength;

/** Makes HTML attributes of what an author wrote between braces. */
final class HtmlAttributes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  /** What means the same in HTML; any other key becomes a {@code data-} attribute. */
  private static final Set<String> AS_IT_IS = Set.of("style", "lang", "dir", "title", "role");

  private HtmlAttributes() {}

  /** The id, the classes and the keys. */
  static Map<String, String> of(Attributes attributes) {
    Map<String, String> html = new LinkedHashMap<>();
    attributes.id().ifPresent(id -> html.put("id", id));
    putClasses(attributes.classes(), html);
    html.putAll(keys(attributes));
    return html;
  }

  /** The keys alone. */
  static Map<String, String> keys(Attributes attributes) {
    Map<String, String> html = new LinkedHashMap<>();
    attributes.values().forEach((key, value) -> putKey(key, value, html));
    return html;
  }

  /** The classes, when there are any. */
  static void putClasses(List<String> classes, Map<String, String> html) {
    if (!classes.isEmpty()) {
      html.put("class", String.join(" ", classes));
    }
  }

  /** The id, classes and keys of an image; its width and height may be any CSS length. */
  static Map<String, String> ofImage(Attributes attributes) {
    Map<String, String> html = of(attributes);
    List<String> styles = new ArrayList<>();
    for (String side : List.of("width", "height")) {
      html.remove("data-" + side);
      String value = attributes.values().getOrDefault(side, "");
      if (value.matches("\\d+")) {
        html.put(side, value);
      } else if (CssLength.isValid(value)) {
        styles.add(side + ": " + value);
      }
    }
    if (!styles.isEmpty()) {
      html.merge("style", String.join("; ", styles), (own, size) -> own + "; " + size);
    }
    return html;
  }

  private static void putKey(String key, String value, Map<String, String> html) {
    if (!NAME.matcher(key).matches()) {
      return;
    }
    boolean asItIs = AS_IT_IS.contains(key) || key.startsWith("data-") || key.startsWith("aria-");
    html.put(asItIs ? key : "data-" + key, value);
  }
}
