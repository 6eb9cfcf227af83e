package vivarium.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.TreeSet;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.requirement.PackageName;

/** Tells a person what a new lock file has that the one before had not. */
final class LockSummary {
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean colour;

  LockSummary(Surroundings surroundings) {
    this.out = surroundings.out();
    this.colour = surroundings.colour();
  }

  /**
   * What is locked, in a line, and below it what has changed.
   *
   * @param file what the user calls the lock file; empty when there is nothing to lock
   */
  void print(Optional<LockFile> before, LockFile now, boolean isNew, String file) {
    if (file.isEmpty()) {
      out.println("No document here needs a package: there is nothing to lock.");
      return;
    }
    String count = DiagnosticPrinter.counted(now.packages().size(), "package");
    out.println(
        isNew
            ? "Locked " + count + " for Pyodide " + now.engine() + ": " + file
            : "Nothing has changed: " + count + " in " + file);
    changes(before, now);
  }

  /** One line for each package that came, went or changed. */
  private void changes(Optional<LockFile> before, LockFile now) {
    TreeSet<PackageName> names = new TreeSet<>();
    before.ifPresent(lock -> lock.packages().forEach(each -> names.add(each.name())));
    now.packages().forEach(each -> names.add(each.name()));
    for (PackageName name : names) {
      Optional<LockedPackage> old = before.flatMap(lock -> lock.find(name));
      Optional<LockedPackage> young = now.find(name);
      if (old.isEmpty()) {
        line(GREEN, "+", name + " " + version(young));
      } else if (young.isEmpty()) {
        line(RED, "-", name + " " + version(old));
      } else if (!old.get().version().equals(young.get().version())) {
        line(YELLOW, "~", name + " " + version(old) + " → " + version(young));
      } else if (!old.get().hash().equals(young.get().hash())) {
        line(YELLOW, "~", name + " " + version(young) + ", another file");
      } else if (!old.get().origin().equals(young.get().origin())) {
        line(YELLOW, "~", name + " " + version(young) + ", from elsewhere");
      }
    }
  }

  private static String version(Optional<LockedPackage> each) {
    return each.orElseThrow().version().toString();
  }

  private void line(String start, String mark, String text) {
    out.println("  " + (colour ? start + mark + PLAIN : mark) + " " + text);
  }
}
