package vivarium.site.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * The fonts of a stylesheet that a page has a use for. They are made fonts before the first paint,
 * by fonts.js.
 *
 * @param css the stylesheet without its fonts
 * @param faces those that are used
 */
record Fonts(String css, List<Face> faces) {
  private static final Pattern FACE = Pattern.compile("@font-face\\s*\\{([^}]*)}");
  private static final Pattern FILE = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)");
  private static final Pattern RANGE = Pattern.compile("U\\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?");

  /** What stands in any page with code. */
  private static final String ALWAYS = "AZaz09(){}";

  /**
   * A font.
   *
   * @param file where it stands, relative to the stylesheet
   * @param description what fonts.js is told of it
   */
  record Face(String file, String description) {}

  /**
   * @param text everything that the page says
   * @param italic whether anything in it leans
   */
  static Fonts of(String css, String text, boolean italic) {
    List<Face> faces = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    Matcher found = FACE.matcher(css);
    while (found.find()) {
      found.appendReplacement(rest, "");
      String rule = found.group(1);
      Matcher file = FILE.matcher(rule);
      boolean leans = property(rule, "font-style").filter("italic"::equals).isPresent();
      if (file.find() && (italic || !leans) && isUsed(rule, text)) {
        faces.add(new Face(file.group(1), description(rule)));
      }
    }
    return new Fonts(found.appendTail(rest).toString(), List.copyOf(faces));
  }

  private static boolean isUsed(String rule, String text) {
    Optional<String> range = property(rule, "unicode-range");
    return range.isEmpty()
        || (ALWAYS + text).codePoints().anyMatch(each -> isIn(range.get(), each));
  }

  private static boolean isIn(String range, int character) {
    Matcher part = RANGE.matcher(range);
    while (part.find()) {
      int first = Integer.parseInt(part.group(1), 16);
      int last = part.group(2) == null ? first : Integer.parseInt(part.group(2), 16);
      if (first <= character && character <= last) {
        return true;
      }
    }
    return false;
  }

  private static String description(String rule) {
    JsonObject descriptors = JsonObject.empty();
    descriptors = with(descriptors, "style", property(rule, "font-style"));
    descriptors = with(descriptors, "weight", property(rule, "font-weight"));
    descriptors = with(descriptors, "unicodeRange", property(rule, "unicode-range"));
    Json family = new Json.Str(property(rule, "font-family").orElse("").replaceAll("[\"']", ""));
    return new Json.Arr(List.of(family, descriptors.build())).text();
  }

  private static JsonObject with(JsonObject object, String name, Optional<String> value) {
    return value.map(text -> object.with(name, text)).orElse(object);
  }

  private static Optional<String> property(String rule, String name) {
    Matcher found =
        Pattern.compile("(?:^|;)\\s*" + Pattern.quote(name) + "\\s*:([^;]*)").matcher(rule);
    return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }
}
