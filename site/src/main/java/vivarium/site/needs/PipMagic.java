package vivarium.site.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;

/** A line of a cell that installs packages when it runs: {@code %pip install rich}. */
final class PipMagic {
  private static final Set<String> WITH_VALUE =
      Set.of("-r", "--requirement", "-c", "--constraint", "-i", "--index-url", "--extra-index-url");

  private PipMagic() {}

  /**
   * A word of it.
   *
   * @param offset where it begins in the line
   */
  record Word(String text, int offset) {
    /** The package that is named; empty for a path or an address. */
    Optional<Requirement> requirement() {
      return PipMagic.requirement(text);
    }
  }

  /** The package that somebody wants to install; empty for a path or an address. */
  static Optional<Requirement> requirement(String text) {
    try {
      return text.endsWith(".whl")
          ? Optional.empty()
          : Optional.of(Requirement.parse(text)).filter(it -> it.url().isEmpty());
    } catch (SyntaxException e) {
      return Optional.empty();
    }
  }

  /** The requirements that a line installs; none, when it is another line. */
  static List<Word> requirements(String line) {
    List<Word> words = words(line);
    boolean isMagic =
        words.size() > 2
            && Set.of("%pip", "!pip").contains(words.get(0).text())
            && words.get(1).text().equals("install");
    List<Word> requirements = new ArrayList<>();
    for (int i = 2; isMagic && i < words.size(); i++) {
      String word = words.get(i).text();
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (word.startsWith("#")) {
        break;
      } else if (!word.startsWith("-")) {
        requirements.add(words.get(i));
      }
    }
    return requirements;
  }

  /** Quotation marks hold words together, and are no part of them. */
  private static List<Word> words(String line) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      boolean isQuoted = c == '"' || c == '\'';
      int start = isQuoted ? i + 1 : i;
      int end = start;
      while (end < line.length()
          && (isQuoted ? line.charAt(end) != c : !Character.isWhitespace(line.charAt(end)))) {
        end++;
      }
      words.add(new Word(line.substring(start, end), start));
      i = isQuoted ? end + 1 : end;
    }
    return words;
  }
}
