package vivarium.site.render.sanitize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Writes a tree without what may not be in it; every start tag it writes has its end tag. */
final class CleanWriter implements NodeFilter {
  /** Browsers nest elements no deeper than about 500; the page around needs some of it. */
  static final int DEEPEST = 200;

  private static final Set<String> VOID =
      Set.of(
          "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
          "wbr");

  /** Where MathML holds text, HTML may stand. */
  private static final Set<String> MATHML_TEXT = Set.of("mi", "mn", "mo", "ms", "mtext");

  /** A start tag of one of these ends an element of the page that it finds open around it. */
  private static final Set<String> ITEMS = Set.of("li", "dd", "dt");

  /** What such a start tag looks past. */
  private static final Set<String> NO_BARRIERS = Set.of("address", "div", "p");

  private final StringBuilder out = new StringBuilder();
  private final Deque<Element> open = new ArrayDeque<>();
  private final Set<String> more;

  /**
   * @param more names of MathML elements that may stay as well
   */
  CleanWriter(Set<String> more) {
    this.more = more;
  }

  /** What is in {@code root}, cleaned. */
  static String write(Element root, Set<String> more) {
    CleanWriter writer = new CleanWriter(more);
    for (Node child : root.childNodes()) {
      child.filter(writer);
    }
    return writer.out.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      escape(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String name = element.normalName();
    if (!isAllowed(name)) {
      return AllowedNames.DROPPED.contains(name)
          ? FilterResult.SKIP_ENTIRELY
          : FilterResult.CONTINUE;
    }
    if (!fits(element, name) || element.hasAttr("is")) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (open.size() < DEEPEST && !(ITEMS.contains(name) && !hasBarrier())) {
      start(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node.equals(open.peek())) {
      Element element = open.pop();
      if (!isVoid(element)) {
        out.append("</").append(element.tagName()).append('>');
      }
    }
    return FilterResult.CONTINUE;
  }

  private boolean isAllowed(String name) {
    return AllowedNames.HTML.contains(name)
        || AllowedNames.SVG.contains(name)
        || AllowedNames.MATHML.contains(name)
        || more.contains(name);
  }

  /** Whether an element of this kind may stand where it does. */
  private boolean fits(Element element, String name) {
    String kind = element.tag().namespace();
    String parent = open.isEmpty() ? "" : open.peek().normalName();
    String around = open.isEmpty() ? Parser.NamespaceHtml : open.peek().tag().namespace();
    boolean inText = around.equals(Parser.NamespaceMathml) && MATHML_TEXT.contains(parent);
    return switch (kind) {
      case Parser.NamespaceSvg ->
          around.equals(Parser.NamespaceSvg)
              ? AllowedNames.SVG.contains(name)
              : name.equals("svg") && (around.equals(Parser.NamespaceHtml) || inText);
      case Parser.NamespaceMathml ->
          around.equals(Parser.NamespaceMathml)
              ? AllowedNames.MATHML.contains(name) || more.contains(name)
              : name.equals("math") && around.equals(Parser.NamespaceHtml);
      default ->
          AllowedNames.HTML.contains(name) && (around.equals(Parser.NamespaceHtml) || inText);
    };
  }

  private boolean hasBarrier() {
    return open.stream().anyMatch(element -> !NO_BARRIERS.contains(element.normalName()));
  }

  private void start(Element element) {
    out.append('<').append(element.tagName());
    AttributeRules.of(element)
        .forEach(
            (name, value) -> {
              out.append(' ').append(name).append("=\"");
              escape(value);
              out.append('"');
            });
    out.append('>');
    open.push(element);
    String name = element.normalName();
    boolean dropsLineFeed = name.equals("pre") || name.equals("textarea");
    if (dropsLineFeed
        && element.firstChild() instanceof TextNode text
        && text.getWholeText().startsWith("\n")) {
      out.append('\n');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
  }

  private static boolean isVoid(Element element) {
    return element.tag().namespace().equals(Parser.NamespaceHtml)
        && VOID.contains(element.normalName());
  }
}
