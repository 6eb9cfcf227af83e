package vivarium.packages.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.diagnostic.Nearest;
import vivarium.packages.hash.Sha256;
import vivarium.packages.syntax.SyntaxException;

/** Reads a {@link RequirementsFile}. */
final class RequirementsFileReader {
  /** No project has more; without a bound, files that include each other never end. */
  static final int MAX_FILES = 100;

  /** Some ten thousand lines with hashes. */
  static final int MAX_BYTES = 4 << 20;

  /** A longer word is no misspelling of an option. */
  private static final int MAX_NAME = 40;

  private static final Map<String, String> SHORT =
      Map.of(
          "-r", "--requirement",
          "-c", "--constraint",
          "-e", "--editable",
          "-i", "--index-url",
          "-f", "--find-links");

  private static final Set<String> WITH_VALUE =
      Set.of("--index-url", "--extra-index-url", "--find-links");

  private static final Set<String> WITHOUT_VALUE = Set.of("--no-index", "--pre");

  /** Options of pip that change nothing about which wheels are taken here. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "--require-hashes",
          "--prefer-binary",
          "--only-binary",
          "--no-binary",
          "--trusted-host",
          "--use-feature",
          "--global-option",
          "--config-settings");

  private final Path folder;
  private final DeclaredReader reader = new DeclaredReader();
  private final List<Declared> requirements = new ArrayList<>();
  private final List<Declared> constraints = new ArrayList<>();
  private final List<RequirementsFile.Option> options = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  RequirementsFileReader(Path folder) {
    this.folder = folder;
  }

  RequirementsFile read(String path) {
    file(path, requirements, Location.file(path));
    return new RequirementsFile(requirements, constraints, options, reader.diagnostics());
  }

  /** Reads a file, unless it was read already for the same end. */
  private void file(String path, List<Declared> target, Location from) {
    if (!seen.add((target == constraints ? "c " : "r ") + path)) {
      return;
    }
    if (seen.size() > MAX_FILES) {
      if (seen.size() == MAX_FILES + 1) {
        problem(from, "More than " + MAX_FILES + " files are included.", "Put some together.");
      }
      return;
    }
    content(path, from)
        .ifPresent(content -> LogicalLine.forEach(path, content, line -> line(line, path, target)));
  }

  private Optional<String> content(String path, Location from) {
    try {
      Path file = folder.resolve(path);
      if (!Files.isRegularFile(file)) {
        problem(from, "There is no file \"" + path + "\".", "");
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        problem(from, "\"" + path + "\" leads out of the folder.", "Copy the file into it.");
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          problem(from, "\"" + path + "\" is larger than 4 MB.", "Is it a list of requirements?");
          return Optional.empty();
        }
        return Optional.of(decode(bytes));
      }
    } catch (CharacterCodingException e) {
      problem(from, "\"" + path + "\" is not encoded in UTF-8.", "Save it as UTF-8.");
    } catch (IOException | InvalidPathException e) {
      problem(from, "\"" + path + "\" cannot be read: " + e.getMessage() + ".", "");
    }
    return Optional.empty();
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void line(LogicalLine line, String path, List<Declared> target) {
    String text = line.text();
    int start = text.length() - text.stripLeading().length();
    if (text.charAt(start) == '-') {
      option(line, start, path, target);
    } else {
      requirement(line, start, target);
    }
  }

  private void requirement(LogicalLine line, int start, List<Declared> target) {
    String text = line.text();
    int end = start;
    while (end < text.length() && !isOption(text, end)) {
      end++;
    }
    List<Sha256> hashes = hashes(line, end);
    String requirement = text.substring(start, end).stripTrailing();
    reader.read(requirement, offset -> line.at(start + offset), hashes).ifPresent(target::add);
  }

  /** Whether an option begins at {@code at}: white space and a hyphen. */
  private static boolean isOption(String text, int at) {
    return Character.isWhitespace(text.charAt(at))
        && at + 1 < text.length()
        && text.charAt(at + 1) == '-';
  }

  private List<Sha256> hashes(LogicalLine line, int start) {
    List<Sha256> hashes = new ArrayList<>();
    Words words = new Words(line.text(), start);
    while (words.hasNext()) {
      int at = words.nextStart();
      String word = words.next();
      String value = word.startsWith("--hash=") ? word.substring("--hash=".length()) : "";
      if (word.equals("--hash") && words.hasNext()) {
        value = words.next();
      }
      if (value.startsWith("sha256:") && Sha256.isSha256(value.substring(7))) {
        hashes.add(Sha256.of(value.substring(7)));
      } else if (word.startsWith("--hash")) {
        problem(line.at(at), "This is no SHA-256 hash.", "Write --hash=sha256: and 64 digits.");
      } else {
        withoutEffect(line.at(at), word);
      }
    }
    return hashes;
  }

  private void option(LogicalLine line, int start, String path, List<Declared> target) {
    Words words = new Words(line.text(), start);
    String word = words.next();
    String name = word;
    String value = words.rest();
    int equals = word.indexOf('=');
    if (word.startsWith("--") && equals > 0) {
      name = word.substring(0, equals);
      value = word.substring(equals + 1);
    } else if (!word.startsWith("--") && word.length() > 2) {
      name = word.substring(0, 2);
      value = word.substring(2);
    }
    name = SHORT.getOrDefault(name, name);
    Location where = line.at(start);
    if (name.equals("--editable")) {
      reader.note(Refusal.ofEditable(where));
    } else if (WITHOUT_VALUE.contains(name)) {
      options.add(new RequirementsFile.Option(name, "", where));
    } else if (WITHOUT_EFFECT.contains(name)) {
      withoutEffect(where, name);
    } else if (!WITH_VALUE.contains(name) && !isInclude(name)) {
      unknown(where, name);
    } else if (value.isEmpty()) {
      problem(where, name + " needs a value behind it.", "");
    } else if (isInclude(name)) {
      include(value, path, name.equals("--constraint") ? constraints : target, where);
    } else {
      options.add(new RequirementsFile.Option(name, value, where));
    }
  }

  private static boolean isInclude(String name) {
    return name.equals("--requirement") || name.equals("--constraint");
  }

  private void include(String value, String path, List<Declared> target, Location where) {
    boolean isForeign =
        value.contains(":")
            || value.contains("\\")
            || value.startsWith("/")
            || value.contains("\0");
    Path parent = Path.of(path).getParent();
    Path included =
        isForeign ? Path.of("..") : (parent == null ? Path.of("") : parent).resolve(value);
    String normal = included.normalize().toString().replace('\\', '/');
    if (normal.startsWith("..") || normal.isEmpty()) {
      problem(
          where,
          "Only files in the folder can be included, and "
              + SyntaxException.quoted(value)
              + " is none.",
          "Copy the file into it, and name it relative to this one.");
      return;
    }
    file(normal, target, where);
  }

  private void unknown(Location where, String name) {
    List<String> known = new ArrayList<>(WITH_VALUE);
    known.addAll(WITHOUT_VALUE);
    known.addAll(List.of("--requirement", "--constraint", "--hash"));
    Optional<String> nearest =
        name.length() > MAX_NAME ? Optional.empty() : Nearest.to(name, known);
    problem(
        where,
        "There is no option " + SyntaxException.quoted(name) + ".",
        nearest.map(option -> "Did you mean " + option + "?").orElse("Take it away."));
  }

  private void withoutEffect(Location where, String name) {
    reader.note(
        Diagnostic.warning(
            "bad-requirements-file",
            where,
            "The option " + SyntaxException.quoted(name) + " has no effect here.",
            ""));
  }

  private void problem(Location where, String message, String remedy) {
    reader.note(Diagnostic.error("bad-requirements-file", where, message, remedy));
  }
}
