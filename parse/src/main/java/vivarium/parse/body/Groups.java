package vivarium.parse.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.Block.Callout.Kind;
import vivarium.model.document.Inline;
import vivarium.model.document.Span;
import vivarium.parse.attributes.Braces;
import vivarium.parse.syntax.Directives;
import vivarium.parse.syntax.GroupBlock;

/** Reads fenced groups, directives and block quotations, and finds the callouts among them. */
final class Groups {
  private static final String CALLOUT = "callout";
  private static final String QUARTO_CALLOUT = "callout-";
  private static final Set<String> NOTES = Set.of("notes", "speaker", "instructor");

  /** Names without braces that make a callout; others may be a theme's own. */
  private static final Set<String> PLAIN_CALLOUTS =
      Set.of("note", "tip", "important", "warning", "caution");

  private final BlockReader blocks;
  private final Reading reading;
  private final NodeText text;

  Groups(BlockReader blocks, Reading reading, NodeText text) {
    this.blocks = blocks;
    this.reading = reading;
    this.text = text;
  }

  Block group(GroupBlock group, Scope scope) {
    Span span = scope.span();
    Location where = text.location(group, span);
    Attributes attributes = attributes(group, where);
    warn(group, where);
    Scope inside =
        attributes.has("incremental")
            ? scope.incremental(true)
            : attributes.has("nonincremental") ? scope.incremental(false) : scope;
    List<Inline> title = new InlineReader(reading, text, span).children(group.title());
    List<Block> children = blocks.children(group, inside);
    if (attributes.classes().stream().anyMatch(NOTES::contains)) {
      return new Block.Notes(children, span);
    }
    Optional<Kind> kind = kind(group, attributes);
    if (kind.isPresent()) {
      Attributes own = withoutKind(attributes, group.name());
      return callout(kind.get(), attributes.values().get("title"), title, own, children, span);
    }
    if (!title.isEmpty()) {
      children = new ArrayList<>(children);
      children.add(0, new Block.Paragraph(List.of(new Inline.Strong(title)), span));
    }
    return new Block.Div(attributes, children, span);
  }

  private Attributes attributes(GroupBlock group, Location where) {
    Attributes written = group.attributes();
    List<String> classes = new ArrayList<>(written.classes());
    Optional<String> id = written.id();
    for (String option : group.options()) {
      int colon = option.indexOf(':', 1);
      String key = option.substring(1, colon);
      String value = option.substring(colon + 1).strip();
      if (key.equals("class") && !value.isEmpty()) {
        classes.addAll(List.of(value.split("\\s+", -1)));
      } else if ((key.equals("name") || key.equals("label")) && !value.isEmpty()) {
        id = Optional.of(value);
      }
    }
    return reading.names().unique(new Attributes(id, classes, written.values()), where);
  }

  private void warn(GroupBlock group, Location where) {
    for (Braces.Fault fault : group.faults()) {
      reading
          .findings()
          .warning(
              "bad-attributes",
              text.fragment().location(text.firstLine(group), fault.offset()),
              fault.message(),
              "Write attributes as in {.class #id key=\"value\"}.");
    }
    if (!group.isClosed()) {
      reading
          .findings()
          .warning(
              "unclosed-div",
              where,
              "The group that begins here has no end, so what follows is part of it.",
              "Put a line of the same marks after the group, with nothing behind them.");
    }
  }

  private static Optional<Kind> kind(GroupBlock group, Attributes attributes) {
    for (String name : attributes.classes()) {
      if (name.startsWith(QUARTO_CALLOUT)) {
        return Optional.of(kind(name.substring(QUARTO_CALLOUT.length())).orElse(Kind.NOTE));
      }
    }
    if (attributes.has(CALLOUT)) {
      return Optional.of(Kind.NOTE);
    }
    boolean isCallout = group.isDirective() || PLAIN_CALLOUTS.contains(group.name());
    return isCallout ? Directives.callout(group.name()) : Optional.empty();
  }

  private static Optional<Kind> kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The attributes of a callout, without those that say which kind it is and its title. */
  private static Attributes withoutKind(Attributes attributes, String name) {
    List<String> classes =
        attributes.classes().stream()
            .filter(
                word ->
                    !(word.equals(name) || word.equals(CALLOUT) || word.startsWith(QUARTO_CALLOUT)))
            .toList();
    Map<String, String> values = new LinkedHashMap<>(attributes.values());
    values.remove("title");
    return new Attributes(attributes.id(), classes, values);
  }

  private static Block callout(
      Kind kind,
      @Nullable String named,
      List<Inline> title,
      Attributes attributes,
      List<Block> children,
      Span span) {
    if (!title.isEmpty()) {
      return new Block.Callout(kind, title, attributes, children, span);
    }
    if (named != null && !named.isBlank()) {
      List<Inline> text = List.of(new Inline.Text(named));
      return new Block.Callout(kind, text, attributes, children, span);
    }
    if (!children.isEmpty() && children.get(0) instanceof Block.Heading heading) {
      Optional<String> id = attributes.id().or(() -> Optional.of(heading.id()));
      return new Block.Callout(
          kind,
          heading.content(),
          new Attributes(id, attributes.classes(), attributes.values()),
          children.subList(1, children.size()),
          span);
    }
    return new Block.Callout(kind, List.of(), attributes, children, span);
  }

  /** A block quotation; one that begins with {@code [!TIP]} is an alert of GitHub's. */
  Block quote(Node quote, Scope scope) {
    List<Block> children = blocks.children(quote, scope);
    if (!children.isEmpty() && children.get(0) instanceof Block.Paragraph first) {
      Optional<Kind> kind = alert(first.content());
      if (kind.isPresent()) {
        List<Block> rest = new ArrayList<>(children);
        List<Inline> content = first.content();
        if (content.size() <= 2) {
          rest.remove(0);
        } else {
          List<Inline> others = content.subList(2, content.size());
          rest.set(0, new Block.Paragraph(others, first.span()));
        }
        return new Block.Callout(kind.get(), List.of(), Attributes.NONE, rest, scope.span());
      }
    }
    return new Block.Quote(children, scope.span());
  }

  private static Optional<Kind> alert(List<Inline> content) {
    boolean isAlone =
        content.size() == 1
            || content.get(1) instanceof Inline.SoftBreak
            || content.get(1) instanceof Inline.HardBreak;
    if (!isAlone || !(content.get(0) instanceof Inline.Text text)) {
      return Optional.empty();
    }
    String mark = text.text().strip();
    return mark.startsWith("[!") && mark.endsWith("]")
        ? kind(mark.substring(2, mark.length() - 1))
        : Optional.empty();
  }
}
