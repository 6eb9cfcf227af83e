package vivarium.model.notebook;

import java.util.HashSet;
import java.util.Set;

/** The ids of cells, as nbformat 4.5 wants them: 1 to 64 letters, digits, hyphens, underscores. */
final class CellIds {
  private static final int MAX_LENGTH = 64;

  private final Set<String> taken = new HashSet<>();

  static boolean isAllowed(String id) {
    return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(CellIds::isAllowed);
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** An id like {@code wanted} that is allowed and that no cell has yet. */
  String next(String wanted) {
    StringBuilder allowed = new StringBuilder();
    wanted.chars().limit(MAX_LENGTH).forEach(c -> allowed.append(isAllowed(c) ? (char) c : '-'));
    String base = allowed.length() == 0 ? "cell" : allowed.toString();
    String id = base;
    for (int number = 2; !taken.add(id); number++) {
      String ending = "-" + number;
      id = base.substring(0, Math.min(base.length(), MAX_LENGTH - ending.length())) + ending;
    }
    return id;
  }
}
