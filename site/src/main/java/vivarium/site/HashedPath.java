package vivarium.site;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Paths that hold a hash of what stands there, so that what a browser has once had is right for
 * good. All are below {@code vivarium/}.
 */
public final class HashedPath {
  /** Such a path, in the regular expressions that web servers know too. */
  public static final String REGEX =
      "vivarium/([^/]+-[0-9a-f]{12}/.+|wheels/[0-9a-f]{12}/.+|data/[0-9a-f]{16}[.][a-z0-9]+"
          + "|notebooks/[0-9a-f]{16}[.]ipynb|python-[0-9a-f]{12}[.]image[.]br"
          + "|offline-[0-9a-f]{12}[.]json)";

  private static final Predicate<String> MATCHES = Pattern.compile(REGEX).asMatchPredicate();

  private HashedPath() {}

  /** Whether this path in a site is one. */
  public static boolean is(String path) {
    return MATCHES.test(path);
  }
}
