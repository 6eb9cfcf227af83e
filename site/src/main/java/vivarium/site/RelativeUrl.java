package vivarium.site;

import vivarium.site.render.PercentEncoding;

/** Leads from one page of a site to another file of it, so that a site works in any folder. */
public final class RelativeUrl {
  private RelativeUrl() {}

  /** The URL of {@code target} as the page at {@code from} has to write it. */
  public static String from(String from, String target) {
    int common = 0;
    for (int i = 0; i < Math.min(from.length(), target.length()); i++) {
      if (from.charAt(i) != target.charAt(i)) {
        break;
      }
      if (from.charAt(i) == '/') {
        common = i + 1;
      }
    }
    long up = from.substring(common).chars().filter(c -> c == '/').count();
    return "../".repeat((int) up) + PercentEncoding.path(target.substring(common));
  }

  /** The same, beginning with a dot, for where a URL could be taken for a bare name. */
  public static String dotted(String from, String target) {
    String url = from(from, target);
    return url.startsWith("../") ? url : "./" + url;
  }
}
