package vivarium.web.notebook.keep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All copies of a notebook that a browser keeps, as one transaction finds and leaves them. A copy
 * is written over only by who has seen it as it is; else what there is to write becomes one more.
 */
public final class Copies {
  private final Map<String, String> stored;
  private final Map<String, Copy> copies = new LinkedHashMap<>();

  private Copies(Map<String, String> stored) {
    this.stored = stored;
    stored.forEach((name, json) -> Copy.read(name, json).ifPresent(it -> copies.put(name, it)));
  }

  /** The copies among these texts; what is none stays where it is. */
  public static Copies read(Map<String, String> stored) {
    return new Copies(stored);
  }

  /** The newest first. */
  public List<Copy> all() {
    List<Copy> all = new ArrayList<>(copies.values());
    all.sort(Comparator.comparing(Copy::saved).reversed());
    return all;
  }

  /** The copy of this name. */
  public Optional<Copy> get(String name) {
    return Optional.ofNullable(copies.get(name));
  }

  /**
   * Writes a copy.
   *
   * @param mine its name is the one that it is to have
   * @param seen the copy of that name as its writer knows it; empty when there was none
   * @param otherName the name it gets when somebody else has written under its own since
   * @return the copy as it is kept
   */
  public Copy save(Copy mine, Optional<Copy> seen, String otherName) {
    Optional<Copy> there = get(mine.name());
    boolean isSeen = there.isEmpty() || there.map(Copy::stamp).equals(seen.map(Copy::stamp));
    Copy saved =
        isSeen ? mine : new Copy(otherName, mine.base(), mine.text(), mine.stamp(), mine.saved());
    copies.put(saved.name(), saved);
    return saved;
  }

  /** Removes a copy, unless it is another one now than {@code seen}. */
  public void remove(Copy seen) {
    if (get(seen.name()).map(Copy::stamp).equals(Optional.of(seen.stamp()))) {
      copies.remove(seen.name());
    }
  }

  /** What has to be written to the store, empty texts where something goes. */
  public Map<String, Optional<String>> changes() {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : stored.entrySet()) {
      boolean wasCopy = Copy.read(entry.getKey(), entry.getValue()).isPresent();
      if (wasCopy && !copies.containsKey(entry.getKey())) {
        changes.put(entry.getKey(), Optional.empty());
      }
    }
    copies.forEach(
        (name, copy) -> {
          String json = copy.json();
          if (!json.equals(stored.get(name))) {
            changes.put(name, Optional.of(json));
          }
        });
    return changes;
  }
}
