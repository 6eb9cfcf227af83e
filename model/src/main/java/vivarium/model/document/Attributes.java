package vivarium.model.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author wrote between braces: {@code {#id .class key=value}}.
 *
 * @param id the id, when there is one
 * @param classes the classes, in the order written
 * @param values the keys and their values, in the order written
 */
public record Attributes(Optional<String> id, List<String> classes, Map<String, String> values) {
  /** No attributes at all. */
  public static final Attributes NONE = new Attributes(Optional.empty(), List.of(), Map.of());

  public Attributes {
    classes = List.copyOf(classes);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether {@code name} is one of the classes. */
  public boolean has(String name) {
    return classes.contains(name);
  }
}
