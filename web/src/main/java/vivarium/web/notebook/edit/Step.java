package vivarium.web.notebook.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of cells that can be taken back.
 *
 * @param before the cells before it
 * @param after the cells after it
 */
record Step(List<Item> before, List<Item> after) {
  Step {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * The cells as they were before the step. What was typed since then into cells that it left alone
   * stays.
   */
  List<Item> undone(List<Item> now) {
    return restored(before, after, now);
  }

  /** The cells as they were after the step, in the same way. */
  List<Item> redone(List<Item> now) {
    return restored(after, before, now);
  }

  private static List<Item> restored(List<Item> wanted, List<Item> left, List<Item> now) {
    Map<Integer, Item> others = byKey(left);
    Map<Integer, Item> current = byKey(now);
    List<Item> restored = new ArrayList<>();
    for (Item item : wanted) {
      boolean wasLeftAlone = item.equals(others.get(item.key()));
      restored.add(wasLeftAlone ? current.getOrDefault(item.key(), item) : item);
    }
    return restored;
  }

  private static Map<Integer, Item> byKey(List<Item> items) {
    Map<Integer, Item> byKey = new HashMap<>();
    items.forEach(item -> byKey.put(item.key(), item));
    return byKey;
  }
}
