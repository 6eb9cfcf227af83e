package vivarium.site.render.sanitize;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Takes from HTML what could act on a page: scripts, handlers, styles, forms, frames and addresses
 * that run code. What stays is what <a href="https://github.com/cure53/DOMPurify">DOMPurify</a>
 * leaves in the browser, so that an output looks the same before and after its cell runs there.
 */
public final class Sanitizer {
  /** What KaTeX writes of MathML besides; both hold nothing but what is cleaned as well. */
  private static final Set<String> OF_KATEX = Set.of("semantics", "annotation");

  /** HTML that still changes when it is read so often is meant to deceive. */
  private static final int MOST_READINGS = 4;

  private Sanitizer() {}

  /** HTML of a cell, cleaned: elements that are all closed, and text. */
  public static String html(String html) {
    return clean(html, Set.of());
  }

  /** As {@link #html}, for what was made of Markdown or TeX. */
  public static String typeset(String html) {
    return clean(html, OF_KATEX);
  }

  /**
   * Cleans until nothing changes any more: what is written must not mean another thing when read.
   */
  private static String clean(String html, Set<String> more) {
    String before = html;
    for (int i = 0; i < MOST_READINGS; i++) {
      String after = CleanWriter.write(read(before), more);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return CleanWriter.write(new Element("p").appendChild(textOf(before)), Set.of());
  }

  /** Reads a whole document, of which a browser drops the white space at the very start. */
  private static Element read(String html) {
    Document document = Parser.htmlParser().parseInput(html, "");
    Element body = document.body();
    int text = 0;
    while (text < html.length() && "\r\n\t ".indexOf(html.charAt(text)) >= 0) {
      text++;
    }
    if (text > 0) {
      body.prependChild(new TextNode(html.substring(0, text).replace("\r\n", "\n")));
    }
    return body;
  }

  private static TextNode textOf(String html) {
    return new TextNode(Parser.htmlParser().parseInput(html, "").wholeText());
  }
}
