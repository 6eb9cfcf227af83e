package vivarium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.engine.python.PythonRelease;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.DiagnosticJson;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.lock.LockException;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockReader;
import vivarium.packages.lock.LockWriter;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.lock.Locker;
import vivarium.packages.lock.Supply;
import vivarium.packages.offer.IndexException;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.site.needs.EngineList;
import vivarium.site.needs.EngineWish;
import vivarium.site.needs.SourceNeeds;
import vivarium.site.write.SystemReason;

/** {@code vivarium lock}: chooses the packages that documents need, and writes them down. */
@Command(
    name = "lock",
    description = {
      "Chooses the packages that documents need, and writes them to vivarium.lock beside them.",
      "What is locked stays as it is, this year and next, until --upgrade. For a folder, packages"
          + " that nothing needs any more are taken out; for a single document they stay."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  The lock file is right.",
      "  1  A document asks for what there is not, or for what does not go together.",
      "  2  The command was called wrongly.",
      "  3  The machine does not let us: an index cannot be reached, a file not be written.",
      "",
      "Example:",
      "  vivarium lock course",
      "  vivarium lock course --index https://packages.example.org/simple",
      "  vivarium lock course --upgrade=rich"
    })
final class LockCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "PATH",
      description = "A folder, or documents and scripts of one folder (default: this folder).")
  private List<Path> paths = new ArrayList<>();

  @Mixin private LockSources places = new LockSources();

  @Option(
      names = "--upgrade",
      arity = "0..1",
      paramLabel = "NAME",
      fallbackValue = "",
      description =
          "Takes the newest releases that will do; with =NAME, of this package. May be given"
              + " several times.")
  private List<String> upgrade = new ArrayList<>();

  @Option(
      names = "--engine",
      paramLabel = "RELEASE",
      description =
          "The release of Pyodide that the documents run on (default: the one that they ask for"
              + " with \"engine:\", else the one that is locked, else the newest).")
  private String engine = "";

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  @Option(
      names = "--json",
      description = "Prints the result to standard output as one JSON object.")
  private boolean json;

  LockCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Interruption interruption = Interruption.of(surroundings);
    try {
      return lock();
    } catch (EnvironmentException e) {
      if (json) {
        printJson(List.of(e.diagnostic()), Optional.empty(), false);
      }
      throw e;
    } catch (InterruptedException e) {
      return ExitCode.DOCUMENTS;
    } finally {
      interruption.over();
    }
  }

  private int lock() throws InterruptedException {
    LockSubject subject = LockSubject.of(paths(), surroundings, command);
    ShownPaths shown = ShownPaths.of(subject.folder(), surroundings.folder());
    Path file = subject.folder().resolve(LockFile.NAME);
    Optional<String> text = read(file, shown);
    Optional<LockFile> before = Optional.empty();
    if (text.isPresent()) {
      try {
        before = Optional.of(LockReader.read(text.get()));
      } catch (LockException e) {
        return failed(shown.of(List.of(e.diagnostic())));
      }
    }
    EngineWish wish = subject.engine();
    List<Diagnostic> engines = new ArrayList<>(wish.diagnostics());
    PythonRelease release = release(wish, before);
    engines.addAll(wish.against(release, "--engine for", "Ask for the same in both."));
    if (!engines.isEmpty()) {
      return failed(shown.of(engines));
    }
    Upgrades upgrades = Upgrades.of(upgrade, before, command);
    Locking.Result result = lock(subject, release, before, upgrades, shown);
    List<Diagnostic> diagnostics = shown.of(result.diagnostics());
    if (result.lock().isEmpty()) {
      return failed(diagnostics);
    }
    new DiagnosticPrinter(surroundings).print(diagnostics);
    LockFile lock = result.lock().get();
    String now = LockWriter.write(lock);
    boolean isNeeded = before.isPresent() || !engine.isEmpty() || !lock.packages().isEmpty();
    boolean isNew = isNeeded && !text.equals(Optional.of(now));
    if (isNew) {
      WholeFile.write(file, now, shown.of(LockFile.NAME));
    }
    if (json) {
      printJson(diagnostics, Optional.of(lock), isNew);
    } else if (!quiet) {
      LockSummary summary = new LockSummary(surroundings);
      summary.print(before, lock, isNew, isNeeded ? shown.of(LockFile.NAME) : "");
    }
    return ExitCode.FINE;
  }

  private Locking.Result lock(
      LockSubject subject,
      PythonRelease release,
      Optional<LockFile> before,
      Upgrades upgrades,
      ShownPaths shown)
      throws InterruptedException {
    SourceNeeds needs = subject.needs();
    PackageSupply supplies = new PackageSupply(surroundings, places, subject.folder());
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    try {
      Supply supply = supplies.find(list(release), needs, before, progress);
      Set<PackageName> declared = new HashSet<>();
      needs.declared().forEach(each -> declared.add(each.requirement().name()));
      ImportNeeds imports = ImportNeeds.of(needs.imports(), declared, supply);
      Wishes wishes = new Wishes(shown::of);
      if (!subject.isWhole()) {
        before.stream()
            .flatMap(lock -> lock.packages().stream())
            .map(each -> Requirement.parse(each.name().normalized()))
            .forEach(each -> wishes.add(Location.file(LockFile.NAME), each));
      }
      Locker locker = new Locker(supply, subject.folder(), supplies.cache(), upgrades.preferred());
      return new Locking(needs, imports, wishes, supply, missing(supply)).lock(locker);
    } catch (IndexException e) {
      throw new EnvironmentException(
          "packages-not-reached",
          "packages",
          String.valueOf(e.getMessage()),
          places.isOffline()
              ? "Put the wheel into the folder \"wheels\" beside the documents."
              : "Mend that, or give --offline to take what is on this machine.",
          e);
    } finally {
      progress.clear();
    }
  }

  /** By the option, the documents, the lock file; else the newest. */
  private PythonRelease release(EngineWish wish, Optional<LockFile> before) {
    if (!engine.isEmpty()) {
      return PythonRelease.of(engine).orElseThrow(this::unknown);
    }
    return wish.release()
        .or(() -> before.map(LockFile::engine).flatMap(PythonRelease::of))
        .orElse(PythonRelease.NEWEST);
  }

  private static EngineList list(PythonRelease release) {
    return EngineList.on(LockCommand.class.getClassLoader(), release)
        .orElseThrow(() -> new IllegalStateException("the engine is not on the class path"));
  }

  private ParameterException unknown() {
    String known =
        PythonRelease.ALL.stream().map(PythonRelease::number).collect(Collectors.joining(" and "));
    return new ParameterException(
        command.commandLine(), "There is no engine " + engine + "; there are " + known + ".");
  }

  private int failed(List<Diagnostic> diagnostics) {
    new DiagnosticPrinter(surroundings).print(diagnostics);
    if (json) {
      printJson(diagnostics, Optional.empty(), false);
    }
    return ExitCode.DOCUMENTS;
  }

  private String missing(Supply supply) {
    if (places.isOffline()) {
      return "--offline asks no index: leave it out to look there as well.";
    }
    return supply.indexes().isEmpty()
        ? "No package index is known. Name one with --index URL, in the environment variable"
            + " PIP_INDEX_URL, or in pip's configuration."
        : "Correct the name, or put its wheel into the folder \"wheels\" beside the documents.";
  }

  /** A word behind {@code --upgrade} may as well be the folder. */
  private List<Path> paths() {
    if (paths.isEmpty() && upgrade.size() == 1 && !upgrade.get(0).isEmpty()) {
      Path path = surroundings.folder().resolve(upgrade.get(0));
      if (Files.exists(path)) {
        upgrade.set(0, "");
        return List.of(path);
      }
    }
    return paths;
  }

  private static Optional<String> read(Path file, ShownPaths shown) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-read",
          shown.of(LockFile.NAME),
          "This cannot be read: " + SystemReason.of(e) + ".",
          "Give yourself the right to read it.",
          e);
    }
  }

  private void printJson(List<Diagnostic> diagnostics, Optional<LockFile> lock, boolean isNew) {
    List<Json> packages = new ArrayList<>();
    for (LockedPackage each : lock.map(LockFile::packages).orElse(List.of())) {
      packages.add(
          JsonObject.empty()
              .with("name", each.name().normalized())
              .with("version", each.version().toString())
              .build());
    }
    surroundings
        .out()
        .println(
            JsonObject.empty()
                .with("diagnostics", DiagnosticJson.of(diagnostics))
                .with("packages", new Json.Arr(packages))
                .with("changed", Json.of(isNew))
                .build()
                .text());
  }
}
