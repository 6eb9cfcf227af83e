package vivarium.tests.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the types of the Python package promise: names and parameters, without the types. */
final class PyscriptStubs {
  private static final Pattern DEFINITION =
      Pattern.compile("( *)(?:async )?(def|class) (\\w+)(\\(.*)?(?:: *.*)?");
  private static final Pattern ATTRIBUTE = Pattern.compile("( *)(\\w+): .*");
  private static final Pattern SELF = Pattern.compile("\\((?:self|cls)(?:, )?");

  /**
   * A public name.
   *
   * @param owner the class that it belongs to, or nothing
   * @param call the name with its parameters, such as {@code find(selector)}; the name alone of
   *     what is not called
   */
  record Promise(String module, String owner, String name, String call) {}

  private PyscriptStubs() {}

  /** All that the files {@code *.pyi} in a folder promise. */
  static List<Promise> in(Path folder) throws IOException {
    List<Promise> promises = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".pyi")).sorted().toList()) {
        String module = file.getFileName().toString().replace(".pyi", "");
        if (!module.equals("__init__")) {
          read(module, Files.readString(file), promises);
        }
      }
    }
    return promises;
  }

  private static void read(String module, String text, List<Promise> promises) {
    String owner = "";
    boolean isProperty = false;
    for (String line : joined(text).lines().toList()) {
      Matcher definition = DEFINITION.matcher(line);
      Matcher attribute = ATTRIBUTE.matcher(line);
      boolean isMember = line.startsWith(" ");
      if (line.strip().startsWith("@")) {
        isProperty |= line.contains("property") || line.contains("setter");
        continue;
      }
      if (definition.matches()) {
        String name = definition.group(3);
        if (definition.group(2).equals("class")) {
          owner = name;
          promises.add(new Promise(module, "", name, name));
        } else {
          owner = isMember ? owner : "";
          String call = isProperty ? name : name + parameters(definition.group(4));
          promises.add(new Promise(module, owner, name, call));
        }
        isProperty = false;
      } else if (attribute.matches()) {
        owner = isMember ? owner : "";
        promises.add(new Promise(module, owner, attribute.group(2), attribute.group(2)));
      }
    }
    promises.removeIf(each -> each.name().startsWith("_") || each.owner().startsWith("_"));
  }

  /** Each definition on one line. */
  private static String joined(String text) {
    return text.replaceAll(",?\n\\s*\\)", ")")
        .replaceAll(",\n\\s+", ", ")
        .replaceAll("\\(\n\\s+", "(");
  }

  /** {@code (a, b=1)} of {@code (self, a: int, b: int = 1) -> None: ...}. */
  private static String parameters(String text) {
    String all = SELF.matcher(text).replaceFirst("(");
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    boolean isType = false;
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        return kept.append(')').toString();
      }
      if (depth == 1 && c == ':') {
        isType = true;
      } else if (depth == 1 && (c == ',' || c == '=')) {
        isType = false;
      }
      if (!isType && !(c == ' ' && kept.toString().endsWith("="))) {
        kept.append(c);
      }
    }
    throw new IllegalArgumentException(text);
  }
}
