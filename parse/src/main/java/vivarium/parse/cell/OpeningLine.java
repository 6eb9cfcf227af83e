package vivarium.parse.cell;

import vivarium.model.diagnostic.Location;
import vivarium.parse.source.Fragment;

/**
 * The line that opens a fence.
 *
 * @param fragment the text it is in
 * @param line its number in that text, 0-based
 * @param start the column behind the backticks, 0-based, in UTF-16 code units
 */
public record OpeningLine(Fragment fragment, int line, int start) {
  Location at(int column) {
    return fragment.location(line, column);
  }

  String text() {
    return fragment.line(line);
  }
}
