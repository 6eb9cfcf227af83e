package vivarium.site.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import vivarium.model.diagnostic.Location;

/** The text of a page, in which elements know where they stand, and what is to change in it. */
public final class HtmlText {
  private record Edit(int start, int end, String text) {}

  private final String path;
  private final String text;
  private final Document tree;

  public HtmlText(String path, String text) {
    this.path = path;
    this.text = text;
    this.tree = Jsoup.parse(text, "", Parser.htmlParser().setTrackPosition(true));
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public Document tree() {
    return tree;
  }

  /** Where an element begins. */
  public Location place(Element element) {
    return at(element.sourceRange().startPos());
  }

  /** Where the value of an attribute stands; the element's place when it has none. */
  public Location place(Element element, String attribute) {
    Range value = element.attributes().sourceRange(attribute).valueRange();
    return value.isTracked() && value.startPos() > 0 ? at(value.startPos()) : place(element);
  }

  /** The place of a character. */
  public Location at(int offset) {
    int end = Math.min(Math.max(offset, 0), text.length());
    int start = text.lastIndexOf('\n', end - 1) + 1;
    int line = 1;
    for (int i = 0; i < start; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return new Location(path, line, text.codePointCount(start, end) + 1);
  }

  /** Where the content of an element begins, in UTF-16 code units. */
  public int contentStart(Element element) {
    return element.sourceRange().endPos();
  }

  /** The content of an element, which has no other of its name in it, as it is written. */
  public String content(Element element) {
    int start = contentStart(element);
    String closing = "</" + element.normalName();
    int end = start;
    while (end < text.length() && !text.regionMatches(true, end, closing, 0, closing.length())) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Changes that are made together; each is of a part that no other one touches. */
  public final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    /** Gives an attribute that is there another value. */
    public void attribute(Element element, String name, String value) {
      Range range = element.attributes().sourceRange(name).valueRange();
      String quote = text.substring(range.startPos() - 1, range.startPos());
      boolean isQuoted = quote.equals("\"") || quote.equals("'");
      String escaped = value.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;");
      edits.add(
          new Edit(range.startPos(), range.endPos(), isQuoted ? escaped : '"' + escaped + '"'));
    }

    /** Puts a text in the place of another one. */
    public void text(int start, int end, String text) {
      edits.add(new Edit(start, end, text));
    }

    /**
     * Puts something where the head of the page begins, or the page, when it has none; behind what
     * says the encoding, which browsers look for in the first kilobyte.
     */
    public void atTop(String html) {
      int start = end(tree.selectFirst("meta[charset]"));
      start = start > 0 ? start : end(tree.head());
      start = start > 0 ? start : end(tree.getElementsByTag("html").first());
      start = start > 0 ? start : end(tree.documentType());
      edits.add(new Edit(start, start, html));
    }

    /** Where the tag of a node ends; 0 when the page does not write it. */
    private int end(@Nullable Node node) {
      if (node == null || !node.sourceRange().isTracked() || node.sourceRange().isImplicit()) {
        return 0;
      }
      return node.sourceRange().endPos();
    }

    /** The text with all changes. */
    public String applied() {
      edits.sort(Comparator.comparingInt(Edit::start));
      StringBuilder out = new StringBuilder();
      int from = 0;
      for (Edit edit : edits) {
        out.append(text, from, edit.start()).append(edit.text());
        from = edit.end();
      }
      return out.append(text, from, text.length()).toString();
    }
  }
}
