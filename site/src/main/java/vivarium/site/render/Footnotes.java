package vivarium.site.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Block;
import vivarium.model.document.Descendants;
import vivarium.model.document.Document;
import vivarium.site.plan.Anchors;

/**
 * Numbers the footnotes of a document in the order of their first marks, and knows which of them
 * are still to be written.
 */
final class Footnotes {
  /** A footnote with its number, 1-based. */
  record Numbered(int number, Block.Footnote footnote) {}

  private final Map<String, Block.Footnote> known;

  /** What all ids of footnotes begin with; empty where marks and texts have no ids. */
  private final Optional<String> prefix;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<String>> marks = new HashMap<>();
  private List<Numbered> waiting = new ArrayList<>();

  private Footnotes(Map<String, Block.Footnote> known, Optional<String> prefix) {
    this.known = known;
    this.prefix = prefix;
  }

  static Footnotes of(Document document) {
    Map<String, Block.Footnote> known = new HashMap<>();
    Descendants.visit(
        document.blocks(),
        block -> {
          if (block instanceof Block.Footnote footnote) {
            known.put(footnote.label(), footnote);
          }
        });
    return new Footnotes(known, Optional.of(known.isEmpty() ? "" : prefix(document)));
  }

  private static String prefix(Document document) {
    StringBuilder prefix = new StringBuilder("footnote-");
    while (Anchors.in(document).stream().anyMatch(id -> id.startsWith(prefix.toString()))) {
      prefix.insert(0, "viv-");
    }
    return prefix.toString();
  }

  /** The same footnotes for a text apart, which numbers them anew and has no links to them. */
  Footnotes apart() {
    return new Footnotes(known, Optional.empty());
  }

  /** Writes a mark; as in the source when the parser had to give its footnote up. */
  Html mark(String label, Html out) {
    Block.Footnote footnote = known.get(label);
    if (footnote == null) {
      return out.text("[^" + label + "]");
    }
    int number = numbers.computeIfAbsent(label, first -> begin(footnote));
    out.raw("<sup class=\"viv-footnote-mark\">");
    if (prefix.isPresent()) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("id", newMark(prefix.get() + number + "-mark", number));
      attributes.put("href", "#" + prefix.get() + number);
      attributes.put("role", "doc-noteref");
      out.open("a", attributes).text(Integer.toString(number)).close("a");
    } else {
      out.text(Integer.toString(number));
    }
    return out.close("sup");
  }

  private int begin(Block.Footnote footnote) {
    int number = numbers.size() + 1;
    waiting.add(new Numbered(number, footnote));
    return number;
  }

  private String newMark(String base, int number) {
    List<String> others = marks.computeIfAbsent(number, first -> new ArrayList<>());
    String id = others.isEmpty() ? base : base + "-" + (others.size() + 1);
    others.add(id);
    return id;
  }

  /** The footnotes that were first marked since the last call, in order. */
  List<Numbered> takeWaiting() {
    List<Numbered> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }

  /** The id of a footnote's text, if it has one. */
  Optional<String> id(Numbered footnote) {
    return prefix.map(start -> start + footnote.number());
  }

  /** The ids of the marks written so far that refer to a footnote. */
  List<String> marksOf(Numbered footnote) {
    return marks.getOrDefault(footnote.number(), List.of());
  }
}
