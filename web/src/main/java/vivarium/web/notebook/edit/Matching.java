package vivarium.web.notebook.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vivarium.model.notebook.EditableCell;

/** Finds, for the cells of another text of a notebook, the cells on the page that they are. */
final class Matching {
  private final List<Item> items;
  private final Map<EditableCell, List<Item>> byText = new HashMap<>();
  private final Map<String, Item> byId = new HashMap<>();

  Matching(List<Item> items) {
    this.items = items;
  }

  /** Those with the same text, else with the same id; for all others, {@code fresh} makes items. */
  List<Item> match(List<EditableCell> cells, Function<EditableCell, Item> fresh) {
    for (Item item : items) {
      byText.computeIfAbsent(item.cell(), cell -> new ArrayList<>()).add(item);
    }
    List<Optional<Item>> found = new ArrayList<>();
    for (EditableCell cell : cells) {
      List<Item> same = byText.getOrDefault(cell, List.of());
      found.add(same.isEmpty() ? Optional.empty() : Optional.of(same.remove(0)));
    }
    byText.values().forEach(rest -> rest.forEach(this::addById));
    List<Item> matched = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      EditableCell cell = cells.get(i);
      matched.add(
          found
              .get(i)
              .or(() -> ofId(cell))
              .map(it -> it.with(cell))
              .orElseGet(() -> fresh.apply(cell)));
    }
    return matched;
  }

  private void addById(Item item) {
    item.cell().id().ifPresent(id -> byId.put(id, item));
  }

  private Optional<Item> ofId(EditableCell cell) {
    return cell.id()
        .flatMap(id -> Optional.ofNullable(byId.remove(id)))
        .filter(item -> item.cell().kind() == cell.kind());
  }
}
