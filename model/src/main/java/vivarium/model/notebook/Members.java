package vivarium.model.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vivarium.model.json.Json;

/** The members of an object, which can be changed one by one without touching the others. */
final class Members {
  /**
   * A member.
   *
   * @param name its text up to the value: the name in quotes and the colon
   */
  private record Entry(String key, String name, String value) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Sequence sequence;
  private final String margin;
  private final TextStyle style;

  /**
   * The members of an object.
   *
   * @param margin what stands before the line in which it begins
   */
  Members(JsonPart object, String margin, TextStyle style) {
    this.sequence = Sequence.of(object, margin, style);
    this.margin = margin;
    this.style = style;
    for (JsonPart.Member member : object.members()) {
      String name = object.text().substring(member.nameStart(), member.value().start());
      entries.add(new Entry(member.name(), name, member.value().raw()));
    }
  }

  /** The text of a member's value; of two that have this name, the last one counts. */
  Optional<JsonPart> value(String key) {
    int index = last(key);
    return index < 0 ? Optional.empty() : Optional.of(JsonPart.root(entries.get(index).value()));
  }

  /** What stands before the line in which this member begins, or would begin. */
  String margin(String key) {
    int index = last(key);
    return sequence.margin(index < 0 ? place(key) : index, margin);
  }

  /** Gives a member a value; a new one stands where the alphabet wants it, or last. */
  void set(String key, Json value) {
    setText(key, new JsonPrinter(style).print(value, margin(key)));
  }

  /** Gives a member a value that is written already. */
  void setText(String key, String value) {
    int index = last(key);
    if (index >= 0) {
      entries.set(index, new Entry(key, entries.get(index).name(), value));
    } else {
      String name = new JsonPrinter(style).print(Json.of(key), "") + style.colon();
      entries.add(place(key), new Entry(key, name, value));
    }
  }

  void remove(String key) {
    entries.removeIf(entry -> entry.key().equals(key));
  }

  /** The text of the object. */
  String text() {
    return sequence.write(entries.stream().map(entry -> entry.name() + entry.value()).toList());
  }

  private int last(String key) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a new member goes: among sorted ones to its place, else behind the last one. */
  private int place(String key) {
    int place = entries.size();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (i > 0 && entries.get(i - 1).key().compareTo(entries.get(i).key()) > 0) {
        return entries.size();
      }
      place = entries.get(i).key().compareTo(key) > 0 ? i : place;
    }
    return place;
  }
}
