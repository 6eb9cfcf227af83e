package vivarium.web.notebook;

import java.util.List;

/**
 * Something that a reader can ask for: by keys, in the palette, or with a button.
 *
 * @param group what it is about, as the list of shortcuts is parted
 * @param keys the keys for it, such as {@code Ctrl-Enter}, or {@code d d} for one after the other
 * @param when in which of the two modes they count
 */
record Command(String id, Word title, Word group, List<String> keys, When when, Runnable action) {
  /** In which mode keys count. */
  enum When {
    /** While a cell is selected. */
    SELECTING,
    /** While the caret is in a cell. */
    EDITING,
    ALWAYS
  }

  Command {
    keys = List.copyOf(keys);
  }

  boolean counts(boolean editing) {
    return when == When.ALWAYS || editing == (when == When.EDITING);
  }
}
