package vivarium.packages.wheel;

import java.util.List;
import java.util.Optional;

/** What a program writes behind {@code import}, without what follows a dot. */
final class ImportName {
  private static final List<String> MODULES = List.of(".py", ".so", ".pyd");

  private ImportName() {}

  /** The name that a file of {@code site-packages} belongs to; empty when it is no module. */
  static Optional<String> ofFile(String path) {
    if (MODULES.stream().noneMatch(path::endsWith)) {
      return Optional.empty();
    }
    int slash = path.indexOf('/');
    String first = slash < 0 ? path.substring(0, path.indexOf('.')) : path.substring(0, slash);
    return isOne(first) && !first.equals("__pycache__") ? Optional.of(first) : Optional.empty();
  }

  /** Whether {@code text} is an identifier, or several with dots between them. */
  static boolean isOne(String text) {
    for (String part : text.split("\\.", -1)) {
      boolean isIdentifier =
          !part.isEmpty()
              && Character.isUnicodeIdentifierStart(
                  part.codePointAt(0) == '_' ? 'a' : part.codePointAt(0))
              && part.codePoints().allMatch(Character::isUnicodeIdentifierPart);
      if (!isIdentifier) {
        return false;
      }
    }
    return true;
  }
}
