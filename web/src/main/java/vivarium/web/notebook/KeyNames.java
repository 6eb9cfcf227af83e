package vivarium.web.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys as they are printed on a keyboard. */
final class KeyNames {
  private KeyNames() {}

  /** The keys of a command, for a reader. */
  static List<String> of(Command command) {
    List<String> names = new ArrayList<>();
    for (String keys : command.keys()) {
      StringBuilder name = new StringBuilder();
      for (String part : parts(keys)) {
        name.append(name.length() == 0 ? "" : keys.contains(" ") ? " " : "+").append(printed(part));
      }
      names.add(name.toString());
    }
    return names;
  }

  /** A title with the first keys of its command. */
  static String with(String title, Command command) {
    List<String> names = of(command);
    return names.isEmpty() ? title : title + " (" + names.get(0) + ")";
  }

  /** {@code Ctrl-Shift--} consists of three keys, the last of which is a hyphen. */
  private static List<String> parts(String keys) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < keys.length(); i++) {
      char c = keys.charAt(i);
      if (i > start && i + 1 < keys.length() && (c == '-' || c == ' ')) {
        parts.add(keys.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(keys.substring(start));
    return parts;
  }

  private static String printed(String key) {
    return switch (key) {
      case "ArrowUp" -> "↑";
      case "ArrowDown" -> "↓";
      case "Escape" -> "Esc";
      default -> key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key;
    };
  }
}
