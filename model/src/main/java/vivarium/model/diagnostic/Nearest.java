package vivarium.model.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name a user most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name in {@code known} that is fewest edits away from {@code typed}, ignoring case; the
   * alphabetically first of several. Empty when all are more than a third of its length (at least
   * one, at most three edits) away. Swapping two neighbouring letters counts as one edit.
   */
  public static Optional<String> to(String typed, Collection<String> known) {
    int limit = Math.min(3, Math.max(1, typed.length() / 3));
    String best = null;
    int fewest = limit + 1;
    for (String name : new TreeSet<>(known)) {
      int edits = edits(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        best = name;
        fewest = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The optimal string alignment distance. */
  private static int edits(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      distance[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      distance[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int swap = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits =
            Math.min(
                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1,
                distance[i - 1][j - 1] + swap);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = edits;
      }
    }
    return distance[a.length()][b.length()];
  }
}
