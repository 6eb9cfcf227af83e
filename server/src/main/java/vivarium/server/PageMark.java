package vivarium.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a page of the server that it comes from. */
final class PageMark {
  /** What a page runs that has no script of Vivarium's own: no more than it must. */
  static final String RELOAD =
      """
      new EventSource(document.querySelector("meta[name=viv-live-reload]").content)
        .addEventListener("reload", () => location.reload());
      """;

  /** What pages of HTML with Python in them have, and no others. */
  private static final String PYTHON =
      "<script type=\"application/json\" id=\"vivarium-pyscript\">";

  private static final Pattern HEAD =
      Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

  private PageMark() {}

  /**
   * Puts a {@code meta} element directly after {@code <head>}; a page without one stays as it is,
   * unless it has Python in it. Such a page gets {@link #RELOAD} besides.
   *
   * @param script the path of that script
   */
  static byte[] into(byte[] page, String meta, String script) {
    // Latin-1 keeps every byte, whatever the encoding of a page that the author brought along.
    String html = new String(page, StandardCharsets.ISO_8859_1);
    Matcher head = HEAD.matcher(html);
    int python = html.indexOf(PYTHON);
    if (!head.find() && python < 0) {
      return page;
    }
    int place = python < 0 ? head.end() : python;
    String reload = python < 0 ? "" : "<script src=\"" + script + "\" defer></script>";
    return (html.substring(0, place) + meta + reload + html.substring(place))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
