package vivarium.web.drafts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds the cell of a draft in a document that may be another by now.
 *
 * <p>An id that an author gave is trusted. Other ids are made from the heading and a number, so
 * they change when a heading does or a cell is inserted; there the code tells more.
 */
public final class Home {
  /** Two pieces of code with less in common are two different cells. */
  private static final double ENOUGH = 0.75;

  private Home() {}

  /** The index of the cell that a draft belongs to; empty when it is gone. */
  public static OptionalInt of(CellPlace draft, List<CellPlace> cells) {
    OptionalInt sameId = sameId(draft, cells);
    boolean given = !isMade(draft.cell());
    if (given && sameId.isPresent()) {
      return sameId;
    }
    int[] same = sameCode(draft, cells);
    if (same.length > 0) {
      boolean byNumber = !given && same.length == draft.alike() && draft.ordinal() < same.length;
      if (!byNumber) {
        for (int index : same) {
          if (sameId.isPresent() && index == sameId.getAsInt()) {
            return sameId;
          }
        }
      }
      return OptionalInt.of(same[Math.min(draft.ordinal(), same.length - 1)]);
    }
    if (given) {
      return OptionalInt.empty();
    }
    OptionalInt similar = mostSimilar(draft, cells);
    return similar.isPresent() ? similar : sameId;
  }

  /** Whether an id looks like those that are made where an author gives none. */
  private static boolean isMade(String id) {
    int end = id.length();
    while (end > 0 && id.charAt(end - 1) >= '0' && id.charAt(end - 1) <= '9') {
      end--;
    }
    String name =
        end < id.length() && end > 0 && id.charAt(end - 1) == '-' ? id.substring(0, end - 1) : id;
    return name.equals("cell") || name.endsWith("-cell");
  }

  private static OptionalInt sameId(CellPlace draft, List<CellPlace> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).cell().equals(draft.cell())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int[] sameCode(CellPlace draft, List<CellPlace> cells) {
    int[] found = new int[cells.size()];
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).authors().equals(draft.authors())) {
        found[count++] = i;
      }
    }
    int[] same = new int[count];
    System.arraycopy(found, 0, same, 0, count);
    return same;
  }

  private static OptionalInt mostSimilar(CellPlace draft, List<CellPlace> cells) {
    double most = ENOUGH;
    OptionalInt best = OptionalInt.empty();
    for (int i = 0; i < cells.size(); i++) {
      if (!isMade(cells.get(i).cell())) {
        continue;
      }
      double similarity = similarity(draft.authors(), cells.get(i).authors());
      boolean better = similarity > most;
      boolean named = similarity == most && cells.get(i).cell().equals(draft.cell());
      if (better || named) {
        most = similarity;
        best = OptionalInt.of(i);
      }
    }
    return best;
  }

  /** How many pairs of neighbouring characters two texts share: 0 for none, 1 for all. */
  private static double similarity(String one, String other) {
    int pairs = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
    if (pairs == 0) {
      return 0;
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 1; i < one.length(); i++) {
      counts.merge(pair(one, i), 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 1; i < other.length(); i++) {
      Integer left = counts.get(pair(other, i));
      if (left != null && left > 0) {
        counts.put(pair(other, i), left - 1);
        shared++;
      }
    }
    return 2.0 * shared / pairs;
  }

  private static int pair(String text, int end) {
    return text.charAt(end - 1) << 16 | text.charAt(end);
  }
}
