package vivarium.tests.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Notebooks that the format allows and nobody writes: members in any order and of unknown names,
 * numbers that no computer has, lone surrogates, texts as strings and as lists, any indentation.
 */
final class RandomNotebook {
  private static final String[] NAMES = {
    "1", "0", "__proto__", "", "tags ", "ключ", "a\\\"b", "\\ud83d", "\\u0000", "constructor"
  };
  private static final String[] NUMBERS = {
    "0", "-0", "1.0", "1e400", "-1.50E-3", "123456789012345678901234567890", "0.1000"
  };
  private static final String[] TEXTS = {
    "", "x", "é", "\\ud800", "\\udc00x", "\\u2028", "a\\r", "\\/", "\\u0041", "😀", "\\t\\\\n", "”"
  };

  private final Random random;
  private final int minor;
  private final String lineEnd;
  private final String indent;
  private final String colon;
  private int cells;

  /** A notebook; the same one for the same seed. */
  RandomNotebook(long seed) {
    this.random = new Random(seed);
    this.minor = random.nextInt(6);
    this.lineEnd = choice("\n", "\n", "\r\n", "");
    this.indent = choice(" ", "  ", "\t", "    ");
    this.colon = choice(": ", ":", " : ");
  }

  /** The file's text. */
  String text() {
    List<String> members = new ArrayList<>();
    members.add(member("nbformat", "4"));
    members.add(member("nbformat_minor", Integer.toString(minor)));
    members.add(member("metadata", metadata(1)));
    members.add(member("cells", array(1, random.nextInt(6), () -> cell(2))));
    return object(0, shuffled(members)) + choice("", "\n", "\n\n");
  }

  private String cell(int depth) {
    String type = choice("code", "code", "markdown", "raw");
    List<String> members = new ArrayList<>();
    members.add(member("cell_type", '"' + type + '"'));
    members.add(member("metadata", metadata(depth + 1)));
    members.add(member("source", multiline(depth + 1)));
    if (minor >= 5) {
      members.add(member("id", "\"c-" + cells++ + '"'));
    }
    if (type.equals("code")) {
      members.add(member("execution_count", choice("null", "1", "99999")));
      members.add(member("outputs", array(depth + 1, random.nextInt(3), () -> output(depth + 2))));
    } else if (random.nextBoolean()) {
      members.add(
          member("attachments", object(depth + 1, List.of(member("a.png", data(depth + 2))))));
    }
    return object(depth, shuffled(members));
  }

  private String output(int depth) {
    List<String> members = new ArrayList<>();
    String type = choice("stream", "display_data", "execute_result", "error");
    members.add(member("output_type", '"' + type + '"'));
    switch (type) {
      case "stream" -> {
        members.add(member("name", choice("\"stdout\"", "\"stderr\"", "\"other\"")));
        members.add(member("text", multiline(depth + 1)));
      }
      case "error" -> {
        members.add(member("ename", string()));
        members.add(member("evalue", string()));
        members.add(member("traceback", array(depth + 1, random.nextInt(3), this::string)));
      }
      default -> {
        members.add(member("data", data(depth + 1)));
        members.add(member("metadata", metadata(depth + 1)));
        if (type.equals("execute_result")) {
          members.add(member("execution_count", choice("null", "3")));
        }
      }
    }
    return object(depth, shuffled(members));
  }

  private String data(int depth) {
    List<String> members = new ArrayList<>();
    members.add(member("text/plain", multiline(depth + 1)));
    if (random.nextBoolean()) {
      members.add(member("application/json", value(depth + 1, 2)));
    }
    if (random.nextBoolean()) {
      members.add(member("application/x.mine+json", array(depth + 1, 2, this::string)));
    }
    return object(depth, shuffled(members));
  }

  private String metadata(int depth) {
    List<String> members = new ArrayList<>();
    List<String> names = shuffled(List.of(NAMES));
    for (int i = random.nextInt(4); i > 0; i--) {
      members.add('"' + names.get(i) + '"' + colon + value(depth + 1, 2));
    }
    return object(depth, members);
  }

  private String value(int depth, int levels) {
    return switch (random.nextInt(levels > 0 ? 6 : 4)) {
      case 0 -> choice(NUMBERS);
      case 1 -> string();
      case 2 -> choice("true", "false", "null");
      case 3 -> choice("{}", "[]", "[ ]", "{ }");
      case 4 -> array(depth, random.nextInt(3), () -> value(depth + 1, levels - 1));
      default -> object(depth, List.of(member("inner", value(depth + 1, levels - 1))));
    };
  }

  private String multiline(int depth) {
    return random.nextBoolean() ? string() : array(depth, random.nextInt(4), this::string);
  }

  private String string() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(choice(TEXTS)).append(choice("", "\\n", " "));
    }
    return text.append('"').toString();
  }

  private String member(String name, String value) {
    return '"' + name + '"' + colon + value;
  }

  private String object(int depth, List<String> members) {
    return enclosed(depth, "{", members, "}");
  }

  private String array(int depth, int size, Supplier<String> item) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(item.get());
    }
    return enclosed(depth, "[", items, "]");
  }

  private String enclosed(int depth, String opening, List<String> items, String closing) {
    if (items.isEmpty()) {
      return opening + closing;
    }
    if (lineEnd.isEmpty()) {
      return opening + String.join(", ", items) + closing;
    }
    String margin = lineEnd + indent.repeat(depth);
    return opening + margin + indent + String.join("," + margin + indent, items) + margin + closing;
  }

  private <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    java.util.Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private String choice(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
