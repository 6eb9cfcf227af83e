package vivarium.packages.version;

import vivarium.packages.syntax.Cursor;
import vivarium.packages.syntax.SyntaxException;

/** Reads a {@link VersionSpecifier} where a cursor stands, and leaves the cursor behind it. */
final class VersionSpecifierReader {
  private VersionSpecifierReader() {}

  static VersionSpecifier read(Cursor cursor) {
    int start = cursor.position();
    Operator operator = Operator.take(cursor).orElseThrow(() -> missing(cursor));
    cursor.skipWhiteSpace();
    int versionStart = cursor.position();
    if (operator == Operator.ARBITRARY) {
      return arbitrary(cursor);
    }
    Version version = new VersionReader(cursor).version();
    int length = cursor.position() - versionStart;
    if (length > Version.MAX_LENGTH) {
      throw cursor.problem(
          versionStart, "A version has at most " + Version.MAX_LENGTH + " characters.");
    }
    if (cursor.take(".*")) {
      return prefix(cursor, start, operator, version);
    }
    boolean isEquality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    if (!version.local().isEmpty() && !isEquality) {
      throw cursor.problem(
          start, "A version with a local part (\"+…\") can only be compared with == and !=.");
    }
    if (operator == Operator.COMPATIBLE && version.release().size() < 2) {
      throw cursor.problem(
          start, "~= needs a version with two numbers or more, such as ~=" + version + ".0.");
    }
    return new VersionSpecifier.Comparison(operator, version);
  }

  static SyntaxException missing(Cursor cursor) {
    return cursor.problem(
        cursor.peek() == '='
            ? "Equality is written ==."
            : "An operator was expected here: ==, !=, <=, >=, <, >, ~= or ===.");
  }

  private static VersionSpecifier arbitrary(Cursor cursor) {
    int start = cursor.position();
    while (!cursor.atEnd() && isArbitrary(cursor.peek())) {
      cursor.next();
    }
    if (cursor.position() == start) {
      throw cursor.problem("A version is missing behind ===.");
    }
    return new VersionSpecifier.Arbitrary(cursor.text().substring(start, cursor.position()));
  }

  private static boolean isArbitrary(char c) {
    return !Character.isWhitespace(c) && c != ';' && c != ')' && c != ',';
  }

  private static VersionSpecifier prefix(
      Cursor cursor, int start, Operator operator, Version version) {
    if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
      throw cursor.problem(start, withoutStar(operator, version));
    }
    boolean isRelease =
        version.pre().isEmpty()
            && version.post().isEmpty()
            && version.dev().isEmpty()
            && version.local().isEmpty();
    if (!isRelease) {
      throw cursor.problem(start, ".* can only follow the numbers of a release, as in ==1.4.*.");
    }
    return new VersionSpecifier.Prefix(operator == Operator.NOT_EQUAL, version);
  }

  private static String withoutStar(Operator operator, Version version) {
    return ".* can only be used with == and !=; write " + operator + version + ".";
  }

  static SyntaxException unexpected(Cursor cursor) {
    return cursor.problem("This is no part of a version such as 1.4.2, 2.0rc1 or 1.0.post1.");
  }
}
