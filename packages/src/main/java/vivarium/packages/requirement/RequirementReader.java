package vivarium.packages.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.VersionSpecifiers;

/** Reads a {@link Requirement}. */
final class RequirementReader {
  private final Cursor cursor;

  private RequirementReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static Requirement read(String text) {
    if (text.length() > Requirement.MAX_LENGTH) {
      throw new SyntaxException(
          text,
          Requirement.MAX_LENGTH,
          "A requirement has at most " + Requirement.MAX_LENGTH + " characters.");
    }
    return new RequirementReader(new Cursor(text)).requirement();
  }

  private Requirement requirement() {
    cursor.skipWhiteSpace();
    PackageName name = new PackageName(NormalName.read(cursor, "a package"));
    cursor.skipWhiteSpace();
    List<ExtraName> extras = cursor.peek() == '[' ? extras() : List.of();
    cursor.skipWhiteSpace();
    Optional<String> url = cursor.take('@') ? Optional.of(url()) : Optional.empty();
    VersionSpecifiers specifiers = url.isPresent() ? VersionSpecifiers.ANY : specifiers();
    cursor.skipWhiteSpace();
    Optional<Marker> marker = Optional.empty();
    if (cursor.take(';')) {
      marker = Optional.of(new MarkerReader(cursor).marker());
      cursor.skipWhiteSpace();
      if (!cursor.atEnd()) {
        throw cursor.problem("The marker is over here; \"and\" or \"or\" was expected.");
      }
    }
    if (!cursor.atEnd()) {
      throw cursor.problem(unexpected(extras, url, specifiers));
    }
    return new Requirement(name, extras, specifiers, url, marker);
  }

  private String unexpected(
      List<ExtraName> extras, Optional<String> url, VersionSpecifiers specifiers) {
    if (cursor.peek() == '#') {
      return "A requirement has no comment here.";
    }
    if (url.isPresent()) {
      return "Behind the URL, only \";\" and a marker can follow.";
    }
    if (!specifiers.isAny()) {
      return "This is no part of the version; \",\" and another, or \";\" and a marker can follow.";
    }
    return extras.isEmpty() && cursor.peek() != '['
        ? "Behind the name, a version such as >=1.0 was expected, or \"[\", \"@\" or \";\"."
        : "Behind the extras, a version such as >=1.0 was expected, or \"@\" or \";\".";
  }

  private List<ExtraName> extras() {
    int start = cursor.position();
    cursor.next();
    List<ExtraName> extras = new ArrayList<>();
    cursor.skipWhiteSpace();
    if (cursor.take(']')) {
      return extras;
    }
    do {
      cursor.skipWhiteSpace();
      extras.add(ExtraName.of(NormalName.read(cursor, "an extra")));
      cursor.skipWhiteSpace();
    } while (cursor.take(','));
    if (!cursor.take(']')) {
      throw cursor.atEnd()
          ? cursor.problem(start, "This bracket is not closed.")
          : cursor.problem("\",\" or \"]\" was expected here.");
    }
    return extras;
  }

  private String url() {
    cursor.skipWhiteSpace();
    int start = cursor.position();
    while (!cursor.atEnd() && !Cursor.isWhiteSpace(cursor.peek())) {
      cursor.next();
    }
    if (cursor.position() == start) {
      throw cursor.problem("A URL is missing behind \"@\".");
    }
    String url = cursor.text().substring(start, cursor.position());
    if (url.endsWith(";")) {
      throw cursor.problem(
          cursor.position() - 1, "Between a URL and the \";\" of its marker, a space is needed.");
    }
    return url;
  }

  private VersionSpecifiers specifiers() {
    int start = cursor.position();
    if (!cursor.take('(')) {
      return VersionSpecifiers.read(cursor);
    }
    cursor.skipWhiteSpace();
    VersionSpecifiers specifiers = VersionSpecifiers.read(cursor);
    cursor.skipWhiteSpace();
    if (!cursor.take(')')) {
      throw cursor.atEnd()
          ? cursor.problem(start, "This parenthesis is not closed.")
          : cursor.problem("A version such as >=1.0, \",\" or \")\" was expected here.");
    }
    return specifiers;
  }
}
