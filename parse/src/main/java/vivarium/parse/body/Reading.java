package vivarium.parse.body;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Attributes;
import vivarium.parse.cell.CellNames;
import vivarium.parse.source.Findings;

/** What the parts of one document share while it is read. */
record Reading(
    BodySettings settings,
    Findings findings,
    CellNames names,
    Footnotes footnotes,
    Attachments attachments,
    List<SlideWish> slideWishes) {
  /**
   * Attributes that a comment gives to the slide it is on.
   *
   * @param where the place of the comment
   */
  record SlideWish(Attributes attributes, Location where) {}

  static Reading start(CellNames names, BodySettings settings, Findings findings) {
    return new Reading(
        settings,
        findings,
        names,
        new Footnotes(findings),
        new Attachments(findings),
        new ArrayList<>());
  }
}
