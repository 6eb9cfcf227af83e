package vivarium.packages.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;

/**
 * Which distribution brings a module. Most have its name; for the well-known ones that have not,
 * there is a list.
 */
public final class ImportNames {
  private final Map<String, PackageName> distributions = new HashMap<>();

  private ImportNames(List<String> lines) {
    for (String line : lines) {
      int space = line.indexOf(' ');
      distributions.put(
          line.substring(0, space), new PackageName(line.substring(space + 1).strip()));
    }
  }

  /** The list that is a part of the program. */
  public static ImportNames wellKnown() {
    return new ImportNames(NameList.read("distributions.txt"));
  }

  /** A list as the program has it: in each line a module, a space and a distribution. */
  public static ImportNames of(String text) {
    return new ImportNames(NameList.lines(text));
  }

  /**
   * The distribution that most likely brings a module: the listed one for the longest part of its
   * name, or else the one that is called like it.
   *
   * @param imported what a program writes behind {@code import}: {@code google.protobuf.message}
   * @return empty when no distribution can have this name
   */
  public Optional<PackageName> distribution(String imported) {
    String part = imported;
    while (!part.isEmpty()) {
      PackageName listed = distributions.get(part);
      if (listed != null) {
        return Optional.of(listed);
      }
      int dot = part.lastIndexOf('.');
      if (dot < 0) {
        return named(part);
      }
      part = part.substring(0, dot);
    }
    return Optional.empty();
  }

  private static Optional<PackageName> named(String module) {
    try {
      return Optional.of(new PackageName(module.replace('_', '-')));
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the list has the module, or one that it is a part of. */
  public boolean isListed(String imported) {
    String part = imported;
    while (!distributions.containsKey(part)) {
      int dot = part.lastIndexOf('.');
      if (dot < 0) {
        return false;
      }
      part = part.substring(0, dot);
    }
    return true;
  }
}
