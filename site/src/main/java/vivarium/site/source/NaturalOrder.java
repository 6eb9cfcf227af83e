package vivarium.site.source;

import java.util.Comparator;

/**
 * The order in which people number files: {@code 2-lists} before {@code 10-files}. Letters compare
 * without regard to case and to locale; equal but for that, by code unit.
 */
public final class NaturalOrder implements Comparator<String> {
  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int order;
      int iEnd = digits(a, i);
      int jEnd = digits(b, j);
      if (iEnd > i && jEnd > j) {
        order = number(a.substring(i, iEnd), b.substring(j, jEnd));
        i = iEnd;
        j = jEnd;
      } else {
        order = Integer.compare(rank(a.charAt(i++)), rank(b.charAt(j++)));
      }
      if (order != 0) {
        return order;
      }
    }
    int byLength = Integer.compare(a.length() - i, b.length() - j);
    return byLength != 0 ? byLength : a.compareTo(b);
  }

  /** A folder's slash comes before all else, so that a folder's files stay together. */
  private static int rank(char c) {
    return c == '/' ? -1 : Character.toLowerCase(Character.toUpperCase(c));
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int number(String a, String b) {
    String x = a.replaceFirst("^0+(?=.)", "");
    String y = b.replaceFirst("^0+(?=.)", "");
    return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
  }
}
