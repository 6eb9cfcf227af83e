package vivarium.packages.resolve;

import java.util.List;
import java.util.Map;

/** What came of choosing. */
public sealed interface Solution {
  /**
   * One release of each package that is needed.
   *
   * @param releases by package, in alphabetical order
   */
  record Chosen(Map<String, String> releases) implements Solution {}

  /**
   * No choice meets all that is needed.
   *
   * @param reasons sentences, each of which follows from those before it; the last one is the
   *     conclusion
   */
  record Impossible(List<String> reasons) implements Solution {
    public Impossible {
      reasons = List.copyOf(reasons);
    }
  }
}
