package vivarium.site.html;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures of which a browser chooses one, as in {@code <img srcset>}. */
public final class Srcset {
  /** A URL, which has neither spaces in it nor a comma at its end, and what its picture is for. */
  private static final Pattern CANDIDATE =
      Pattern.compile("([^\\s,](?:\\S*[^\\s,])?)((?:\\s[^,]*+)?)");

  private Srcset() {}

  /** The attribute's value with other URLs. */
  public static String with(String value, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder();
    Matcher found = CANDIDATE.matcher(value);
    while (found.find()) {
      String replacement = change.apply(found.group(1)) + found.group(2);
      found.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return found.appendTail(out).toString();
  }
}
