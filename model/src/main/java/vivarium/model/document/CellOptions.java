package vivarium.model.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an author asked of a cell, between the braces of its fence or in its {@code #|} lines.
 *
 * @param flags the words that stand alone
 * @param refused the words that the author said no to
 * @param values the keys that have a value, as written
 */
public record CellOptions(Set<Flag> flags, Set<Flag> refused, Map<Key, String> values) {
  /** No wishes: code that is shown. */
  public static final CellOptions NONE = new CellOptions(Set.of(), Map.of());

  /** The words that stand alone. */
  public enum Flag {
    /** A live cell. */
    RUN,
    /** A live cell that runs by itself once the reader's kernel is up. */
    AUTORUN,
    /** A live cell that the reader cannot change. */
    READONLY,
    /** A cell that runs unseen. */
    HIDDEN,
    /** A cell that runs before the others. */
    SETUP,
    /** A cell that does not run when the site is built. */
    NORUN,
    /** A cell that is expected to raise an exception. */
    RAISES,
    /** A cell whose outputs follow those of its earlier runs. */
    APPEND,
    /** A prompt: what a reader enters in it becomes a cell above it. */
    REPL;

    /** The word in the source: {@code autorun}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The keys that have a value. */
  public enum Key {
    EXERCISE,
    CHECK,
    SETUP,
    ENV,
    FILE,
    STDIN,
    TIMELIMIT,
    HEIGHT,
    FIG,
    OUTPUT,
    TOOLBAR;

    /** The word in the source: {@code timelimit}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CellOptions {
    Set<Flag> flagsInOrder = EnumSet.noneOf(Flag.class);
    flagsInOrder.addAll(flags);
    flags = Collections.unmodifiableSet(flagsInOrder);
    Set<Flag> refusedInOrder = EnumSet.noneOf(Flag.class);
    refusedInOrder.addAll(refused);
    refused = Collections.unmodifiableSet(refusedInOrder);
    Map<Key, String> valuesInOrder = new EnumMap<>(Key.class);
    valuesInOrder.putAll(values);
    values = Collections.unmodifiableMap(valuesInOrder);
  }

  /** Options without a word that was refused. */
  public CellOptions(Set<Flag> flags, Map<Key, String> values) {
    this(flags, Set.of(), values);
  }

  /** These options, and those of {@code defaults} of which they say nothing. */
  public CellOptions or(CellOptions defaults) {
    Set<Flag> all = EnumSet.noneOf(Flag.class);
    all.addAll(defaults.flags());
    all.removeAll(refused);
    all.addAll(flags);
    Map<Key, String> both = new EnumMap<>(Key.class);
    both.putAll(defaults.values());
    both.putAll(values);
    return new CellOptions(all, refused, both);
  }

  /** Whether the author wrote this word. */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** The value the author gave this key. */
  public Optional<String> value(Key key) {
    return Optional.ofNullable(values.get(key));
  }
}
