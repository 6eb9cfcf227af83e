package vivarium.web.drafts;

/**
 * What a reader made of the code of a cell.
 *
 * @param id unique in the document
 * @param place the cell it was made from, as it was then
 * @param text the reader's code
 * @param revision how often it has been kept; 0 when it never has
 * @param writer which visit of the page kept it last
 * @param saved when it was kept last, in UTC, as in ISO 8601
 * @param earlier whether the reader has put it aside
 */
public record Draft(
    String id,
    CellPlace place,
    String text,
    int revision,
    String writer,
    String saved,
    boolean earlier) {
  /** Whether there is anything in it that its author did not write. */
  public boolean isEdited() {
    return !text.equals(place.authors());
  }

  Draft next(int last) {
    return new Draft(id, place, text, last + 1, writer, saved, earlier);
  }

  /** The same draft under another id, never kept so far. */
  public Draft as(String other) {
    return new Draft(other, place, text, 0, writer, saved, earlier);
  }

  /** The same draft, put aside or taken up again. */
  public Draft with(boolean aside) {
    return new Draft(id, place, text, revision, writer, saved, aside);
  }

  /** The same draft of a cell that stands elsewhere, or whose author has changed it. */
  public Draft at(CellPlace other) {
    return new Draft(id, other, text, revision, writer, saved, earlier);
  }

  /** The same draft, kept by another visit. */
  public Draft by(String visit) {
    return new Draft(id, place, text, revision, visit, saved, earlier);
  }
}
