package vivarium.parse.syntax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.document.Block.Callout.Kind;

/** The directives of MyST whose content is Markdown. */
public final class Directives {
  private static final Map<String, Kind> CALLOUTS =
      Map.ofEntries(
          Map.entry("note", Kind.NOTE),
          Map.entry("admonition", Kind.NOTE),
          Map.entry("seealso", Kind.NOTE),
          Map.entry("tip", Kind.TIP),
          Map.entry("hint", Kind.TIP),
          Map.entry("important", Kind.IMPORTANT),
          Map.entry("warning", Kind.WARNING),
          Map.entry("attention", Kind.WARNING),
          Map.entry("caution", Kind.CAUTION),
          Map.entry("danger", Kind.CAUTION),
          Map.entry("error", Kind.CAUTION));

  private static final Set<String> GROUPS =
      Set.of(
          "exercise",
          "solution",
          "dropdown",
          "tab-set",
          "tab-item",
          "card",
          "grid",
          "aside",
          "margin",
          "topic",
          "sidebar");

  private Directives() {}

  /** The callout that a directive of this name makes. */
  public static Optional<Kind> callout(String name) {
    return Optional.ofNullable(CALLOUTS.get(name));
  }

  static boolean holdMarkdown(String name) {
    return CALLOUTS.containsKey(name) || GROUPS.contains(name);
  }
}
