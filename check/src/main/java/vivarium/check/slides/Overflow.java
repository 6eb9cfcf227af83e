package vivarium.check.slides;

import java.util.Map;
import vivarium.model.json.JsonObject;

/**
 * What sticks out of a slide furthest.
 *
 * @param index the slide's place in the page, from 0
 * @param id the slide's id; empty when it has none
 * @param side {@code bottom}, {@code right}, {@code left} or {@code top}
 * @param pixels how far, in pixels of a deck of 1280 × 720
 * @param tag the name of the element, or {@code output}
 * @param cell the id of the cell it belongs to; empty when it belongs to none
 * @param text what stands in it, on one line
 */
record Overflow(
    int index, String id, String side, int pixels, String tag, String cell, String text) {
  /** Enough to find the place by. */
  private static final int QUOTED = 40;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("p", "paragraph"),
          Map.entry("li", "list item"),
          Map.entry("pre", "code"),
          Map.entry("table", "table"),
          Map.entry("figure", "figure"),
          Map.entry("img", "image"),
          Map.entry("svg", "drawing"),
          Map.entry("blockquote", "quotation"),
          Map.entry("span", "formula"),
          Map.entry("h1", "heading"),
          Map.entry("h2", "heading"),
          Map.entry("h3", "heading"),
          Map.entry("h4", "heading"),
          Map.entry("h5", "heading"),
          Map.entry("h6", "heading"),
          Map.entry("output", "output"));

  static Overflow of(JsonObject json) {
    return new Overflow(
        json.integer("index"),
        json.string("id"),
        json.string("side"),
        json.integer("pixels"),
        json.string("tag"),
        json.string("cell"),
        json.string("text"));
  }

  /** {@code The list item "and so on" sticks out by 85 px at the bottom of the slide.} */
  String sentence() {
    return "The "
        + WORDS.getOrDefault(tag, "element <" + tag + ">")
        + (cell.isEmpty() ? quoted() : " of the cell \"" + cell + "\"")
        + " sticks out by "
        + pixels
        + " px at the "
        + side
        + " of the slide.";
  }

  private String quoted() {
    if (text.isEmpty()) {
      return "";
    }
    boolean whole = text.codePointCount(0, text.length()) <= QUOTED;
    return " \""
        + (whole ? text : text.substring(0, text.offsetByCodePoints(0, QUOTED)).strip() + "…")
        + "\"";
  }
}
