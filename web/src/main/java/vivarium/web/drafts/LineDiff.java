package vivarium.web.drafts;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of two texts that are compared.
 *
 * @param kind where it stands
 */
public record LineDiff(Kind kind, String line) {
  /**
   * Beyond so many pairs of lines, what differs is shown as one piece: comparing takes too long.
   */
  private static final int MOST_PAIRS = 1_000_000;

  /** Where a line stands. */
  public enum Kind {
    BOTH,
    ONLY_FIRST,
    ONLY_SECOND
  }

  /** The lines of both texts, each in its order, with as few that differ as there can be. */
  public static List<LineDiff> of(String first, String second) {
    String[] one = lines(first);
    String[] two = lines(second);
    int[][] longest =
        (long) one.length * two.length > MOST_PAIRS ? new int[0][0] : longest(one, two);
    List<LineDiff> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.length || j < two.length) {
      if (i < one.length && j < two.length && one[i].equals(two[j])) {
        lines.add(new LineDiff(Kind.BOTH, one[i]));
        i++;
        j++;
      } else if (j == two.length || (i < one.length && goesFirst(longest, i, j))) {
        lines.add(new LineDiff(Kind.ONLY_FIRST, one[i]));
        i++;
      } else {
        lines.add(new LineDiff(Kind.ONLY_SECOND, two[j]));
        j++;
      }
    }
    return lines;
  }

  /** Without the regular expressions of {@code String.split}, which are large in a browser. */
  private static String[] lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    lines.add(text.substring(start));
    return lines.toArray(new String[0]);
  }

  private static boolean goesFirst(int[][] longest, int i, int j) {
    return longest.length == 0 || longest[i + 1][j] >= longest[i][j + 1];
  }

  /** How many lines the rests of both texts have in common, from each pair of lines on. */
  private static int[][] longest(String[] one, String[] two) {
    int[][] longest = new int[one.length + 1][two.length + 1];
    for (int i = one.length - 1; i >= 0; i--) {
      for (int j = two.length - 1; j >= 0; j--) {
        longest[i][j] =
            one[i].equals(two[j])
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }
}
