package vivarium.tests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recipe of the manual, as a document.
 *
 * @param name the heading, as an anchor
 */
record Recipe(String name, String document) {
  private static final Path PAGE = Path.of("../docs/recipes.md");
  private static final Pattern FENCE =
      Pattern.compile("^(`{3,})(\\w+)\\n(.*?)^\\1$", Pattern.MULTILINE | Pattern.DOTALL);

  /** The cells that the manual speaks of. */
  private static final String CELLS =
      """

      ```python {run #first}
      numbers = [1, 2, 3]
      sum(numbers)
      ```

      ```python {run #second}
      print(total)
      ```
      """;

  /** All recipes, in order. */
  static List<Recipe> all() throws IOException {
    String[] sections = Files.readString(PAGE).split("\n## ", -1);
    List<Recipe> recipes = new ArrayList<>();
    for (int i = 1; i < sections.length; i++) {
      String heading = sections[i].lines().findFirst().orElseThrow();
      recipes.add(new Recipe(anchor(heading), document(sections[i])));
    }
    return recipes;
  }

  /** The links at the top of the page, which are to lead to all of them. */
  static List<String> links() throws IOException {
    Matcher link = Pattern.compile("\\(#([a-z-]+)\\)").matcher(Files.readString(PAGE));
    return link.results().map(found -> found.group(1)).toList();
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").replace(' ', '-');
  }

  private static String document(String section) {
    Map<String, StringBuilder> parts = new LinkedHashMap<>();
    FENCE
        .matcher(section)
        .results()
        .forEach(
            fence ->
                parts
                    .computeIfAbsent(fence.group(2), none -> new StringBuilder())
                    .append(fence.group(3)));
    String yaml = part(parts, "yaml");
    String css = part(parts, "css");
    return "---\ntitle: Recipe\n"
        + (yaml.contains("format:") ? "" : "format: page\n")
        + yaml
        + "---\n"
        + CELLS
        + "\n"
        + part(parts, "markdown")
        + "\n"
        + part(parts, "html")
        + (css.isEmpty() ? "" : "\n<style>\n" + css + "</style>\n");
  }

  private static String part(Map<String, StringBuilder> parts, String language) {
    return parts.getOrDefault(language, new StringBuilder()).toString();
  }
}
