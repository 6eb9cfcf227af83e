package vivarium.parse.body;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Inline;
import vivarium.parse.source.Findings;

/** Brings the footnotes of a document and the marks that refer to them together. */
final class Footnotes {
  private final Findings findings;
  private final Map<String, Location> defined = new LinkedHashMap<>();
  private final Set<String> marked = new HashSet<>();

  Footnotes(Findings findings) {
    this.findings = findings;
  }

  /** The mark that stands for {@code [^label]}. */
  Inline mark(String label) {
    String same = same(label);
    marked.add(same);
    return new Inline.FootnoteMark(same);
  }

  /** Whether the text at {@code where} is the first one for its label; others get a warning. */
  boolean define(String label, Location where) {
    if (defined.putIfAbsent(same(label), where) == null) {
      return true;
    }
    findings.warning(
        "duplicate-footnote",
        where,
        "There is a footnote " + Findings.quoted(label) + " above, so this one is left out.",
        "Give one of the two another label.");
    return false;
  }

  /** Warns of the footnotes that no mark refers to. */
  void reportUnmarked() {
    defined.forEach(
        (label, where) -> {
          if (!marked.contains(label)) {
            findings.warning(
                "unused-footnote",
                where,
                "Nothing refers to the footnote " + Findings.quoted(label) + ", so it is left out.",
                "Write [^" + label + "] behind the word it belongs to, or take it out.");
          }
        });
  }

  /** Labels are the same when they differ in capitals alone. */
  static String same(String label) {
    return label.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
