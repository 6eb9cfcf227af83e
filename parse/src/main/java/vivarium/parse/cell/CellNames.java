package vivarium.parse.cell;

import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Attributes;
import vivarium.model.document.CellOptions;
import vivarium.parse.attributes.Ids;
import vivarium.parse.source.Findings;

/** Gives the headings, groups and cells of a document their ids. */
public final class CellNames {
  private static final String NAMELESS_HEADING = "section";
  private static final String NAMELESS_CELL = "cell";

  private final Ids ids;
  private final Findings findings;
  private String section = "";

  /**
   * Names for the parts of a document.
   *
   * @param body its text, whose own ids come before those that are made from headings
   */
  public CellNames(String body, Findings findings) {
    this(Ids.askedFor(body), findings);
  }

  /**
   * Names for the parts of a document.
   *
   * @param kept the ids its author asks for, which come before those that are made from headings
   */
  public CellNames(Set<String> kept, Findings findings) {
    this.ids = new Ids(kept);
    this.findings = findings;
  }

  /** The id of the next heading. Cells that follow it and have no name are named after it. */
  public String heading(Optional<String> wanted, String text, Location where) {
    String slug = Ids.slug(text);
    section = slug;
    return wanted.isPresent()
        ? explicit(wanted.get(), where)
        : ids.unique(slug.isEmpty() ? NAMELESS_HEADING : slug);
  }

  /** The id an author asked for, changed when something else has it already. */
  public String explicit(String wanted, Location where) {
    String id = ids.claim(wanted);
    if (!id.equals(wanted)) {
      findings.warning(
          "duplicate-id",
          where,
          "The id "
              + Findings.quoted(wanted)
              + " is taken by something above, so this is \""
              + id
              + "\".",
          "Give one of the two another id.");
    }
    return id;
  }

  /** The same attributes, with the id as {@link #explicit} gives it. */
  public Attributes unique(Attributes wanted, Location where) {
    return new Attributes(
        wanted.id().map(id -> explicit(id, where)), wanted.classes(), wanted.values());
  }

  String cell(Optional<String> wanted, CellOptions options, Location where) {
    Optional<String> exercise = options.value(CellOptions.Key.EXERCISE);
    if (wanted.isPresent()) {
      return explicit(wanted.get(), where);
    }
    if (exercise.isPresent() && !ids.isTaken(exercise.get())) {
      return ids.claim(exercise.get());
    }
    String base = exercise.orElse(section);
    return ids.unique(base.isEmpty() ? NAMELESS_CELL : base + "-cell");
  }
}
