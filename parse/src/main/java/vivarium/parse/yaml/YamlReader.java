package vivarium.parse.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import vivarium.model.diagnostic.Location;
import vivarium.parse.source.Fragment;

/**
 * Reads <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>. Tags are refused: they name types to
 * construct, and a document constructs nothing.
 */
public final class YamlReader {
  /** Options of a document, not data: in bytes far below what takes noticeable time. */
  static final int MAX_LENGTH = 100_000;

  /** No option nests deeper than a handful; collections within one another cost stack. */
  static final int MAX_DEPTH = 50;

  /** Nobody repeats an option by alias more often than this. */
  static final int MAX_ALIASES = 50;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();

  private final Fragment source;
  private final Map<Anchor, Yaml> anchors = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int aliases;
  private int documents;
  private @Nullable Yaml root;

  /** A collection that has begun and not ended. */
  private static final class Open {
    final boolean isMapping;
    final Optional<Anchor> anchor;
    final Location where;
    final List<Yaml> items = new ArrayList<>();
    final List<Yaml.Entry> entries = new ArrayList<>();
    final Set<String> keys = new HashSet<>();
    Yaml.@Nullable Scalar key;

    Open(boolean isMapping, Optional<Anchor> anchor, Location where) {
      this.isMapping = isMapping;
      this.anchor = anchor;
      this.where = where;
    }
  }

  /** Ends the reading; never leaves this class. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient YamlResult.Fault fault;

    Refused(Location where, String message) {
      super(message);
      fault = new YamlResult.Fault(where, message);
    }
  }

  private YamlReader(Fragment source) {
    this.source = source;
  }

  /** Reads one YAML document. */
  public static YamlResult read(Fragment source) {
    return new YamlReader(source).read();
  }

  private YamlResult read() {
    String text = source.text();
    if (text.length() > MAX_LENGTH) {
      return new YamlResult.Fault(
          source.location(0, 0), "This is longer than " + MAX_LENGTH + " characters.");
    }
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        take(event);
      }
      return new YamlResult.Read(Optional.ofNullable(root));
    } catch (Refused refused) {
      return refused.fault;
    } catch (MarkedYamlEngineException e) {
      return new YamlResult.Fault(where(e), YamlProblem.sentence(e));
    } catch (ReaderException e) {
      return new YamlResult.Fault(
          at(text, e.getPosition()), "There is a control character, which YAML does not allow.");
    } catch (YamlEngineException e) {
      return new YamlResult.Fault(source.location(0, 0), "This is not YAML.");
    }
  }

  private void take(Event event) throws Refused {
    Location where = where(event.getStartMark());
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw new Refused(where, "A second YAML document begins here.");
    } else if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag(), where);
      if (open.size() == MAX_DEPTH) {
        throw new Refused(where, "This nests deeper than " + MAX_DEPTH + " levels.");
      }
      refuseKey(where);
      open.push(new Open(event instanceof MappingStartEvent, start.getAnchor(), where));
    } else if (event instanceof CollectionEndEvent) {
      Open ended = open.pop();
      Yaml value =
          ended.isMapping
              ? new Yaml.Mapping(ended.entries, ended.where)
              : new Yaml.Sequence(ended.items, ended.where);
      ended.anchor.ifPresent(anchor -> anchors.put(anchor, value));
      add(value);
    } else if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), where);
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      Yaml value = new Yaml.Scalar(scalar.getValue(), plain, where);
      scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
      add(value);
    } else if (event instanceof AliasEvent alias) {
      add(named(alias, where));
    }
  }

  private Yaml named(AliasEvent alias, Location where) throws Refused {
    if (++aliases > MAX_ALIASES) {
      throw new Refused(where, "There are more than " + MAX_ALIASES + " aliases.");
    }
    Yaml value = anchors.get(alias.getAlias());
    if (value == null) {
      throw new Refused(where, "This alias names nothing that stands before it.");
    }
    return value;
  }

  private void add(Yaml value) throws Refused {
    Open parent = open.peek();
    if (parent == null) {
      root = isNothing(value) ? null : value;
    } else if (!parent.isMapping) {
      parent.items.add(value);
    } else if (parent.key == null) {
      if (!(value instanceof Yaml.Scalar key)) {
        throw new Refused(value.where(), "A key is a single word or text.");
      }
      if (!parent.keys.add(key.text())) {
        throw new Refused(key.where(), "The key \"" + key.text() + "\" is given twice.");
      }
      parent.key = key;
    } else {
      parent.entries.add(new Yaml.Entry(parent.key.text(), parent.key.where(), value));
      parent.key = null;
    }
  }

  private static boolean isNothing(Yaml value) {
    return value instanceof Yaml.Scalar scalar && scalar.plain() && scalar.text().isEmpty();
  }

  private void refuseKey(Location where) throws Refused {
    Open parent = open.peek();
    if (parent != null && parent.isMapping && parent.key == null) {
      throw new Refused(where, "A key is a single word or text.");
    }
  }

  private static void refuseTag(Optional<String> tag, Location where) throws Refused {
    // "!" alone says that a scalar in quotes is a string, which it is anyway.
    if (tag.isPresent() && !tag.get().equals("!")) {
      throw new Refused(where, "Tags such as " + tag.get() + " are not allowed here.");
    }
  }

  /** Where the problem shows; for what is not closed, where it begins. */
  private Location where(MarkedYamlEngineException e) {
    Optional<Mark> shown = e.getProblemMark().filter(mark -> mark.getLine() < source.lineCount());
    return where(shown.or(e::getContextMark));
  }

  private Location where(Optional<Mark> mark) {
    if (mark.isEmpty()) {
      return source.location(0, 0);
    }
    int line = mark.get().getLine();
    String text = source.line(line);
    int points = Math.min(mark.get().getColumn(), text.codePointCount(0, text.length()));
    return source.location(line, text.offsetByCodePoints(0, points));
  }

  private Location at(String text, int index) {
    int line = 0;
    int start = 0;
    for (int i = 0; i < Math.min(index, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return source.location(line, Math.max(0, index - start));
  }
}
