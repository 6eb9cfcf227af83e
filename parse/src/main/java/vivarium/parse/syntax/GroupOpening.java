package vivarium.parse.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Attributes;
import vivarium.parse.attributes.Braces;
import vivarium.parse.attributes.Braces.Fault;
import vivarium.parse.attributes.Braces.Kind;
import vivarium.parse.attributes.BracesReader;

/**
 * The line that opens a group, read.
 *
 * @param fence the character of the fence
 * @param length how many of them there are
 * @param directive whether the name stands in braces, as MyST has it
 * @param titleStart the offset of the title in the line
 * @param titleEnd the offset behind the title
 */
record GroupOpening(
    char fence,
    int length,
    boolean directive,
    String name,
    Attributes attributes,
    int titleStart,
    int titleEnd,
    List<Fault> faults) {
  private static final Pattern TRAILING_COLONS = Pattern.compile("\\s:+\\s*$");

  GroupOpening {
    faults = List.copyOf(faults);
  }

  /** Reads a line whose fence begins at {@code start}; empty when it opens no group. */
  static Optional<GroupOpening> of(String line, int start) {
    char fence = line.charAt(start);
    int end = start;
    while (end < line.length() && line.charAt(end) == fence) {
      end++;
    }
    int length = end - start;
    if (length < 3 || line.substring(end).isBlank()) {
      return Optional.empty();
    }
    if (fence != ':') {
      return directive(line, end, fence, length);
    }
    Matcher trailing = TRAILING_COLONS.matcher(line);
    int last = trailing.find(end) ? trailing.start() : line.length();
    return Optional.of(colons(line.substring(0, last), end, length));
  }

  private static Optional<GroupOpening> directive(String line, int end, char fence, int length) {
    boolean isCode = fence == '`' && line.indexOf('`', end) >= 0;
    int brace = skipSpace(line, end);
    if (isCode || brace == line.length() || line.charAt(brace) != '{') {
      return Optional.empty();
    }
    return Optional.of(braced(line, brace, fence, length))
        .filter(opening -> opening.directive && Directives.holdMarkdown(opening.name));
  }

  private static GroupOpening colons(String line, int end, int length) {
    int at = skipSpace(line, end);
    if (line.charAt(at) == '{') {
      return braced(line, at, ':', length);
    }
    int nameEnd = at;
    while (nameEnd < line.length() && !isEndOfName(line.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = line.substring(at, nameEnd);
    int next = skipSpace(line, nameEnd);
    boolean hasBraces = next < line.length() && line.charAt(next) == '{';
    Braces braces =
        hasBraces
            ? BracesReader.read(line, next)
            : new Braces(List.of(), nameEnd, Optional.empty());
    return opening(':', length, false, name, braces, line);
  }

  private static GroupOpening braced(String line, int brace, char fence, int length) {
    Braces braces = BracesReader.read(line, brace);
    boolean isDirective = !braces.words().isEmpty() && braces.words().get(0).kind() == Kind.FLAG;
    if (!isDirective) {
      return opening(fence, length, false, "", braces, line);
    }
    Braces rest =
        new Braces(braces.words().subList(1, braces.words().size()), braces.end(), braces.fault());
    return opening(fence, length, true, braces.words().get(0).name(), rest, line);
  }

  private static GroupOpening opening(
      char fence, int length, boolean directive, String name, Braces braces, String line) {
    Attributes attributes = braces.attributes();
    List<String> classes = new ArrayList<>();
    if (!name.isEmpty()) {
      classes.add(name);
    }
    classes.addAll(attributes.classes());
    int titleStart = skipSpace(line, Math.min(braces.end(), line.length()));
    return new GroupOpening(
        fence,
        length,
        directive,
        name,
        new Attributes(attributes.id(), classes, attributes.values()),
        titleStart,
        Math.max(titleStart, line.stripTrailing().length()),
        braces.fault().stream().toList());
  }

  private static boolean isEndOfName(char c) {
    return c == '{' || Character.isWhitespace(c);
  }

  private static int skipSpace(String line, int start) {
    int at = start;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
