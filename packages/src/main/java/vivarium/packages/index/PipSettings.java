package vivarium.packages.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this machine's pip looks for packages, by its <a
 * href="https://pip.pypa.io/en/stable/topics/configuration/">configuration files</a> and
 * environment variables; variables win over files, and files of the user over those of the machine.
 *
 * @param index the address of the index; empty when none is set
 * @param extraIndexes further addresses, in order
 * @param folders addresses or paths of folders of wheels, in order
 */
public record PipSettings(Optional<String> index, List<String> extraIndexes, List<String> folders) {
  private static final List<String> SECTIONS = List.of("global", "install", "download");

  public PipSettings {
    extraIndexes = List.copyOf(extraIndexes);
    folders = List.copyOf(folders);
  }

  /**
   * Reads what is there; files that are missing or unreadable say nothing.
   *
   * @param environment the variables of the process
   * @param home the user's home folder
   */
  public static PipSettings of(Map<String, String> environment, Path home) {
    PipSettings found = new PipSettings(Optional.empty(), List.of(), List.of());
    for (Path file : files(environment, home)) {
      found = found.overruledBy(read(file));
    }
    return found.overruledBy(
        new PipSettings(
            Optional.ofNullable(environment.get("PIP_INDEX_URL")).filter(it -> !it.isBlank()),
            words(environment.getOrDefault("PIP_EXTRA_INDEX_URL", "")),
            words(environment.getOrDefault("PIP_FIND_LINKS", ""))));
  }

  /** All indexes in the order in which they are asked. */
  public List<String> indexes() {
    List<String> all = new ArrayList<>();
    index.ifPresent(all::add);
    all.addAll(extraIndexes);
    return all;
  }

  private PipSettings overruledBy(PipSettings other) {
    return new PipSettings(
        other.index.or(() -> index),
        other.extraIndexes.isEmpty() ? extraIndexes : other.extraIndexes,
        other.folders.isEmpty() ? folders : other.folders);
  }

  private static List<Path> files(Map<String, String> environment, Path home) {
    String chosen = environment.getOrDefault("PIP_CONFIG_FILE", "");
    if (chosen.equals("/dev/null")) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    for (String folder : environment.getOrDefault("XDG_CONFIG_DIRS", "/etc/xdg").split(":", -1)) {
      files.add(Path.of(folder, "pip", "pip.conf"));
    }
    files.add(Path.of("/etc", "pip.conf"));
    files.add(home.resolve(".pip").resolve("pip.conf"));
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path userConfig = config.isEmpty() ? home.resolve(".config") : Path.of(config);
    files.add(userConfig.resolve("pip").resolve("pip.conf"));
    files.add(home.resolve("Library/Application Support/pip/pip.conf"));
    String appData = environment.getOrDefault("APPDATA", "");
    if (!appData.isEmpty()) {
      files.add(Path.of(appData, "pip", "pip.ini"));
    }
    String virtual = environment.getOrDefault("VIRTUAL_ENV", "");
    if (!virtual.isEmpty()) {
      files.add(Path.of(virtual, "pip.conf"));
    }
    if (!chosen.isEmpty()) {
      files.add(Path.of(chosen));
    }
    return files;
  }

  private static PipSettings read(Path file) {
    PipSettings found = new PipSettings(Optional.empty(), List.of(), List.of());
    try {
      Map<String, Map<String, String>> sections = Ini.parse(Files.readString(file));
      for (String section : SECTIONS) {
        Map<String, String> values = sections.getOrDefault(section, Map.of());
        found =
            found.overruledBy(
                new PipSettings(
                    Optional.ofNullable(values.get("index-url")).filter(it -> !it.isBlank()),
                    words(values.getOrDefault("extra-index-url", "")),
                    words(values.getOrDefault("find-links", ""))));
      }
    } catch (IOException e) {
      return found; // Most of the places have no file, or one that pip could not read either.
    }
    return found;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** The part of Python's configuration files that pip's are written in. */
  private static final class Ini {
    private Ini() {}

    static Map<String, Map<String, String>> parse(String text) {
      Map<String, Map<String, String>> sections = new HashMap<>();
      Map<String, String> section = new HashMap<>();
      String key = "";
      for (String line : text.lines().toList()) {
        String bare = line.strip();
        if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
          continue;
        }
        if (Character.isWhitespace(line.charAt(0)) && !key.isEmpty()) {
          section.merge(key, bare, (before, more) -> before + "\n" + more);
        } else if (bare.startsWith("[") && bare.endsWith("]")) {
          String name = bare.substring(1, bare.length() - 1).strip();
          section = sections.computeIfAbsent(name, it -> new HashMap<>());
          key = "";
        } else {
          int end = firstOf(bare, '=', ':');
          key = end < 0 ? "" : bare.substring(0, end).strip().toLowerCase(Locale.ROOT);
          key = key.replace('_', '-');
          if (!key.isEmpty()) {
            section.put(key, bare.substring(end + 1).strip());
          }
        }
      }
      return sections;
    }

    private static int firstOf(String text, char one, char other) {
      int first = text.indexOf(one);
      int second = text.indexOf(other);
      return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
    }
  }
}
