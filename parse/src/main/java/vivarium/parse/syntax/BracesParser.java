package vivarium.parse.syntax;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import vivarium.parse.attributes.Braces;
import vivarium.parse.attributes.BracesReader;

/** Parses {@link AttributesNode}s and {@link ShortcodeNode}s. Both stand in one line. */
final class BracesParser implements InlineContentParser {
  /** Longer than any attributes; keeps a text of nothing but braces linear. */
  static final int MAX_LENGTH = 1000;

  private static final String SHORTCODE_START = "{{<";
  private static final String SHORTCODE_END = ">}}";

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    if (scanner.next(SHORTCODE_START)) {
      return shortcode(scanner);
    }
    String rest = rest(scanner);
    Braces braces = BracesReader.read(rest, 0);
    if (!braces.areAttributes()) {
      return ParsedInline.none();
    }
    String raw = rest.substring(0, braces.end());
    scanner.setPosition(start);
    for (int i = 0; i < raw.length(); i++) {
      scanner.next();
    }
    return ParsedInline.of(new AttributesNode(raw, braces.attributes()), scanner.position());
  }

  private static ParsedInline shortcode(Scanner scanner) {
    StringBuilder text = new StringBuilder();
    while (text.length() < MAX_LENGTH && isInLine(scanner)) {
      if (scanner.next(SHORTCODE_END)) {
        String name = text.toString().strip().split("\\s", 2)[0];
        return ParsedInline.of(new ShortcodeNode(name), scanner.position());
      }
      text.append(scanner.peek());
      scanner.next();
    }
    return ParsedInline.none();
  }

  /** The text from the brace on, up to what cannot belong to attributes. */
  private static String rest(Scanner scanner) {
    StringBuilder text = new StringBuilder();
    char quote = 0;
    while (text.length() < MAX_LENGTH && isInLine(scanner)) {
      char c = scanner.peek();
      if (quote == 0 && c == '{' && !text.isEmpty()) {
        break;
      }
      text.append(c);
      scanner.next();
      if (quote == 0 && c == '}') {
        break;
      }
      if (c == '"' || c == '\'') {
        quote = quote == 0 ? c : quote == c ? 0 : quote;
      }
    }
    return text.toString();
  }

  private static boolean isInLine(Scanner scanner) {
    return scanner.hasNext() && scanner.peek() != '\n';
  }

  /** Makes parsers. */
  static final class Factory implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('{');
    }

    @Override
    public InlineContentParser create() {
      return new BracesParser();
    }
  }
}
