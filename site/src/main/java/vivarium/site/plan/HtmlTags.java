package vivarium.site.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the attributes in HTML that an author wrote. Not a parser: it looks at tags alone. */
public final class HtmlTags {
  /**
   * An attribute of a tag.
   *
   * @param element the name of the tag, in lower case
   * @param name in lower case
   * @param value without its quotes; an encoded ampersand is decoded, other references are not
   * @param start where the value begins in the HTML, 0-based, in UTF-16 code units
   * @param end where it ends, exclusive
   */
  public record Attribute(String element, String name, String value, int start, int end) {}

  private final String html;
  private final List<Attribute> found = new ArrayList<>();
  private int at;

  private HtmlTags(String html) {
    this.html = html;
  }

  /**
   * The attributes with values, in order. Comments hold none; a tag without an end ends the search.
   */
  public static List<Attribute> attributes(String html) {
    HtmlTags tags = new HtmlTags(html);
    tags.scan();
    return tags.found;
  }

  private void scan() {
    while (true) {
      at = html.indexOf('<', at);
      if (at < 0) {
        return;
      }
      if (html.startsWith("<!--", at)) {
        int end = html.indexOf("-->", at + 4);
        if (end < 0) {
          return;
        }
        at = end;
      } else if (at + 1 < html.length() && Character.isLetter(html.charAt(at + 1))) {
        at++;
        if (!tag(name())) {
          return;
        }
      } else {
        at++;
      }
    }
  }

  /** Reads the attributes of a tag; false when the tag does not end. */
  private boolean tag(String element) {
    List<Attribute> attributes = new ArrayList<>();
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '>') {
        found.addAll(attributes);
        return true;
      }
      if (Character.isWhitespace(c) || c == '/' || c == '=') {
        at++;
        continue;
      }
      String name = name();
      skipSpace();
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        skipSpace();
        attributes.add(value(element, name));
      }
    }
    return false;
  }

  private String name() {
    int start = at;
    while (at < html.length() && " \t\r\n\f/>=".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private Attribute value(String element, String name) {
    char quote = at < html.length() ? html.charAt(at) : '>';
    int start = at;
    int end;
    if (quote == '"' || quote == '\'') {
      start++;
      end = html.indexOf(quote, start);
      end = end < 0 ? html.length() : end;
      at = Math.min(end + 1, html.length());
    } else {
      while (at < html.length() && " \t\r\n\f>".indexOf(html.charAt(at)) < 0) {
        at++;
      }
      end = at;
    }
    String value = html.substring(Math.min(start, end), end).replace("&amp;", "&");
    return new Attribute(element, name, value, Math.min(start, end), end);
  }

  private void skipSpace() {
    while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
      at++;
    }
  }
}
