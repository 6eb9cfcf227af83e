package vivarium.web.notebook.keep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The notebook as it was at a moment that the reader may want to go back to.
 *
 * @param copy what it was; its time is that moment
 */
public record Version(Copy copy) {
  /** So many are kept; then the oldest go. */
  static final int MOST = 30;

  /** The versions among these texts, the newest first. */
  public static List<Version> all(Map<String, String> stored) {
    List<Version> all = new ArrayList<>();
    stored.forEach((name, json) -> Copy.read(name, json).map(Version::new).ifPresent(all::add));
    all.sort(Comparator.comparing((Version version) -> version.copy().saved()).reversed());
    return all;
  }

  /** What has to be written so that a version is kept; nothing when the newest is the same. */
  static Map<String, Optional<String>> added(Map<String, String> stored, Copy copy) {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    List<Version> all = all(stored);
    if (!all.isEmpty() && all.get(0).copy().text().equals(copy.text())) {
      return changes;
    }
    changes.put(copy.name(), Optional.of(copy.json()));
    for (Version old : all.subList(Math.min(all.size(), MOST - 1), all.size())) {
      changes.put(old.copy().name(), Optional.empty());
    }
    return changes;
  }
}
