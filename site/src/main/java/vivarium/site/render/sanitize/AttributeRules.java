package vivarium.site.render.sanitize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Which attributes stay, and with what values. */
final class AttributeRules {
  /**
   * What an id or a name begins with, so that it can be none that a script of the page asks for.
   */
  private static final String PREFIX = "user-content-";

  private static final Pattern DATA = Pattern.compile("data-[-\\w.\\u00B7-\\uFFFF]+");
  private static final Pattern ARIA = Pattern.compile("aria-[-\\w]+");

  /** The start of an address with a known scheme, or without one. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:f|ht)tps?|mailto|tel|callto|sms|cid|xmpp|matrix):"
              + "|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|\\z)",
          Pattern.CASE_INSENSITIVE);

  /** What would end a comment or an element, were it ever read as anything but a value. */
  private static final Pattern BREAKS_OUT =
      Pattern.compile(
          "(--!?|])>|</(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)",
          Pattern.CASE_INSENSITIVE);

  private AttributeRules() {}

  /** The attributes of {@code element} that stay, in the order in which DOMPurify leaves them. */
  static Map<String, String> of(Element element) {
    List<Attribute> attributes = new ArrayList<>(element.attributes().asList());
    Map<String, String> kept = new LinkedHashMap<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      String name = attribute.getKey();
      String value = name.equals("value") ? attribute.getValue() : trimmed(attribute.getValue());
      if (isNamed(name) && !value.startsWith(PREFIX)) {
        renamed.put(name, PREFIX + value);
      } else {
        kept.put(name, value);
      }
    }
    List<String> last = new ArrayList<>(renamed.keySet());
    Collections.reverse(last);
    last.forEach(name -> kept.put(name, renamed.get(name)));
    String tag = element.normalName();
    kept.entrySet()
        .removeIf(
            entry -> !isValid(tag, entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
    return kept;
  }

  private static boolean isNamed(String name) {
    return name.equalsIgnoreCase("id") || name.equalsIgnoreCase("name");
  }

  private static boolean isValid(String tag, String name, String value) {
    if (BREAKS_OUT.matcher(value).find()
        || (name.equals("attributename") && value.contains("href"))
        || (name.equals("for") && !tag.equals("label") && !tag.equals("output"))) {
      return false;
    }
    if (DATA.matcher(name).matches() || ARIA.matcher(name).matches()) {
      return true;
    }
    if (!AllowedNames.ATTRIBUTES.contains(name)) {
      return false;
    }
    return AllowedNames.TEXT.contains(name)
        || value.isEmpty()
        || ADDRESS.matcher(withoutSpace(value)).lookingAt()
        || isMedia(tag, name, value);
  }

  private static boolean isMedia(String tag, String name, String value) {
    boolean address = name.equals("src") || name.equals("href") || name.equals("xlink:href");
    return address && value.startsWith("data:") && AllowedNames.MEDIA.contains(tag);
  }

  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  private static String withoutSpace(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > ' ' && !isSpace(c) && c != 0x180e && !(c >= 0x200b && c <= 0x2027)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** White space as JavaScript has it. */
  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000
        || c == 0xfeff;
  }
}
