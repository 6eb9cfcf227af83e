package vivarium.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a page where it learns of changes. */
final class LiveReload {
  /** The path of the stream of events. */
  static final String EVENTS = "/-/events";

  private static final Pattern HEAD =
      Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

  private LiveReload() {}

  /**
   * Puts the {@code meta} element directly after {@code <head>}; a page without one stays as it is.
   *
   * @param build names the build that the page is from, so that a browser that missed the next one
   *     hears of it
   */
  static byte[] into(byte[] page, String build) {
    // Latin-1 keeps every byte, whatever the encoding of a page that the author brought along.
    String html = new String(page, StandardCharsets.ISO_8859_1);
    Matcher head = HEAD.matcher(html);
    if (!head.find()) {
      return page;
    }
    return (html.substring(0, head.end()) + meta(build) + html.substring(head.end()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static String meta(String build) {
    return "<meta name=\"viv-live-reload\" content=\"" + EVENTS + "?build=" + build + "\">";
  }
}
