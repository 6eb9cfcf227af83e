package vivarium.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;

/**
 * Which of the locked releases may give way to newer ones.
 *
 * @param preferred the others
 */
record Upgrades(Map<PackageName, Version> preferred) {
  /**
   * By what the user said.
   *
   * @param words names of packages; an empty one stands for all
   * @throws ParameterException when a word is not the name of a locked package
   */
  static Upgrades of(List<String> words, Optional<LockFile> before, CommandSpec command) {
    Map<PackageName, Version> preferred = new HashMap<>();
    for (LockedPackage each : before.map(LockFile::packages).orElse(List.of())) {
      preferred.put(each.name(), each.version());
    }
    for (String word : words) {
      if (!word.isEmpty() && preferred.remove(name(word, command)) == null) {
        throw new ParameterException(
            command.commandLine(), "--upgrade: there is no " + word + " in " + LockFile.NAME + ".");
      }
    }
    return new Upgrades(words.contains("") ? Map.of() : preferred);
  }

  private static PackageName name(String word, CommandSpec command) {
    try {
      return new PackageName(word);
    } catch (SyntaxException e) {
      throw new ParameterException(command.commandLine(), "--upgrade: " + e.getMessage());
    }
  }
}
