package vivarium.web.notebook.edit;

import vivarium.model.notebook.EditableCell;

/**
 * A cell on the page, which stays the same one whatever becomes of its text.
 *
 * @param key names it among all cells of this visit, those that are gone included
 */
public record Item(int key, EditableCell cell) {
  Item with(EditableCell other) {
    return new Item(key, other);
  }
}
