package vivarium.parse.yaml;

import java.util.List;
import java.util.Optional;
import vivarium.model.diagnostic.Location;

/** A YAML value. Aliases stand for the very value they name, so that none is ever copied. */
public sealed interface Yaml {
  /** Where the value begins. */
  Location where();

  /**
   * A single value, whatever its type.
   *
   * @param text as written, without quotes
   * @param plain whether it is without quotes in the source
   */
  record Scalar(String text, boolean plain, Location where) implements Yaml {
    /** Whether it is YAML's null: {@code ~}, {@code null}, or nothing at all. */
    public boolean isNull() {
      return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    /** The truth value it stands for, if any; capitals and quotes do not matter. */
    public Optional<Boolean> truth() {
      return text.equalsIgnoreCase("true")
          ? Optional.of(true)
          : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }
  }

  /** A list. */
  record Sequence(List<Yaml> items, Location where) implements Yaml {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with their values, in the order of the source. */
  record Mapping(List<Entry> entries, Location where) implements Yaml {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A key with its value. */
  record Entry(String key, Location where, Yaml value) {}
}
