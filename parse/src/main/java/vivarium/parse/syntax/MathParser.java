package vivarium.parse.syntax;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code $mathematics$} as <a
 * href="https://pandoc.org/MANUAL.html#extension-tex_math_dollars">Pandoc</a> does: no space inside
 * the dollars, no digit behind them, so that prices stay prices. Stricter than Pandoc, it holds
 * neither code spans nor dollars that could open mathematics themselves.
 */
final class MathParser implements InlineContentParser {
  /** Longer than any formula within a line; keeps a text of nothing but dollars linear. */
  static final int MAX_LENGTH = 1000;

  private boolean noneCloses;
  private boolean noneClosesDisplay;

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (scanner.peekPreviousCodePoint() == '$') {
      return ParsedInline.none();
    }
    int dollars = scanner.matchMultiple('$');
    boolean isDisplay = dollars == 2;
    boolean isHopeless = isDisplay ? noneClosesDisplay : noneCloses;
    if (dollars > 2 || isHopeless || (!isDisplay && isSpace(scanner.peek()))) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    Position end = end(scanner, isDisplay);
    if (end == null) {
      return ParsedInline.none();
    }
    String tex = scanner.getSource(start, end).getContent();
    return tex.isBlank()
        ? ParsedInline.none()
        : ParsedInline.of(new MathNode(tex.strip(), isDisplay), scanner.position());
  }

  /** Moves behind the closing dollars and says where they begin; null when there are none. */
  private @Nullable Position end(Scanner scanner, boolean isDisplay) {
    char previous = ' ';
    for (int length = 0; length < MAX_LENGTH; length++) {
      char c = scanner.peek();
      if (c == Scanner.END) {
        noneCloses |= !isDisplay;
        noneClosesDisplay |= isDisplay;
        return null;
      }
      if (c == '`') {
        return null;
      }
      Position at = scanner.position();
      scanner.next();
      if (c == '\\' && scanner.hasNext()) {
        scanner.next();
      } else if (c == '$' && isDisplay && scanner.next('$')) {
        return at;
      } else if (c == '$' && !isDisplay && !isSpace(previous) && !isDigit(scanner.peek())) {
        return at;
      } else if (c == '$' && !isDisplay && isSpace(previous) && !isSpace(scanner.peek())) {
        return null; // these dollars open again: the ones before were a price
      }
      previous = c;
    }
    return null;
  }

  private static boolean isSpace(char c) {
    return c == Scanner.END || Character.isWhitespace(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Makes parsers. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return new MathParser();
    }
  }
}
