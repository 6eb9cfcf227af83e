package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Span;
import vivarium.parse.source.Fragment;

/** Finds the text of a node in the fragment it was parsed from. */
final class NodeText {
  private final Fragment fragment;

  NodeText(Fragment fragment) {
    this.fragment = fragment;
  }

  Fragment fragment() {
    return fragment;
  }

  /** Where a node stands, its indentation left out; {@code otherwise} when the parser lost it. */
  Span span(Node node, Span otherwise) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return otherwise;
    }
    SourceSpan first = spans.get(0);
    SourceSpan last = spans.get(spans.size() - 1);
    return fragment.span(firstLine(node), indented(first), last.getLineIndex());
  }

  Location location(Node node, Span otherwise) {
    Span span = span(node, otherwise);
    Location any = fragment.location(0, 0);
    return new Location(any.path(), span.line(), span.column());
  }

  /** The first line of a node, 0-based in the fragment. */
  int firstLine(Node node) {
    return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex();
  }

  int lastLine(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).getLineIndex();
  }

  /** The column of the first character of a node that is no space, 0-based in the fragment. */
  int firstColumn(Node node) {
    return node.getSourceSpans().isEmpty() ? 0 : indented(node.getSourceSpans().get(0));
  }

  /** The first line of a node, from its first character on and without spaces at its ends. */
  String firstLineText(Node node) {
    String line = fragment.line(firstLine(node));
    return line.substring(Math.min(firstColumn(node), line.length())).strip();
  }

  private int indented(SourceSpan span) {
    String line = fragment.line(span.getLineIndex());
    int column = span.getColumnIndex();
    while (column < line.length() && Character.isWhitespace(line.charAt(column))) {
      column++;
    }
    return column < line.length() ? column : span.getColumnIndex();
  }

  /**
   * The lines of {@code literal}, a part of {@code node} that begins at {@code firstLine} of the
   * fragment. Each is the end of what the parser says the node has of that line.
   */
  Fragment literal(Node node, int firstLine, String literal) {
    List<Fragment.Line> lines = new ArrayList<>();
    List<SourceSpan> spans = node.getSourceSpans();
    int next = 0;
    int line = firstLine;
    int start = 0;
    while (start < literal.length() && line < fragment.lineCount()) {
      int end = literal.indexOf('\n', start);
      end = end < 0 ? literal.length() : end;
      String text = literal.substring(start, end);
      while (next < spans.size() && spans.get(next).getLineIndex() < line) {
        next++;
      }
      boolean hasSpan = next < spans.size() && spans.get(next).getLineIndex() == line;
      int column = hasSpan ? column(spans.get(next), text) : 0;
      lines.add(fragment.piece(line, column, text));
      line++;
      start = end + 1;
    }
    return fragment.of(lines);
  }

  private static int column(SourceSpan span, String text) {
    int cut = Math.max(0, span.getLength() - text.length());
    return span.getColumnIndex() + cut;
  }
}
