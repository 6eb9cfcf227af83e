package vivarium.site.plan;

import java.util.regex.Pattern;

/** The lengths that authors may give: {@code 40%}, {@code 12.5em}, {@code 300px}. */
public final class CssLength {
  private static final Pattern PATTERN =
      Pattern.compile(
          "\\d{1,6}(\\.\\d{1,6})?(%|px|em|rem|lh|rlh|ch|ex|vw|vh|cm|mm|in|pt|pc)",
          Pattern.CASE_INSENSITIVE);

  private CssLength() {}

  /** Whether {@code text} is a number with a unit of length. */
  public static boolean isValid(String text) {
    return PATTERN.matcher(text).matches();
  }
}
