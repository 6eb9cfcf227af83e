package vivarium.site.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a stylesheet names.
 *
 * @param destination as written
 * @param line where it stands in the stylesheet, 1-based
 */
public record CssUrl(String destination, int line) {
  /** {@code url(…)} with or without quotes, and {@code @import "…"}. */
  private static final Pattern PATTERN =
      Pattern.compile(
          "/\\*|url\\(\\s*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\"'()\\s]+))\\s*\\)"
              + "|@import\\s+(?:\"([^\"\\n]*)\"|'([^'\\n]*)')",
          Pattern.CASE_INSENSITIVE);

  /** The files that {@code css} names outside its comments, in order. */
  public static List<CssUrl> in(String css) {
    List<CssUrl> found = new ArrayList<>();
    Matcher matcher = PATTERN.matcher(css);
    int at = 0;
    int line = 1;
    int counted = 0;
    while (matcher.find(at)) {
      if (matcher.group().equals("/*")) {
        int end = css.indexOf("*/", matcher.end());
        if (end < 0) {
          return found;
        }
        at = end + 2;
        continue;
      }
      line += (int) css.substring(counted, matcher.start()).chars().filter(c -> c == '\n').count();
      counted = matcher.start();
      at = matcher.end();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          found.add(new CssUrl(matcher.group(group), line));
        }
      }
    }
    return found;
  }
}
