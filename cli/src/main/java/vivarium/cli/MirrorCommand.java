package vivarium.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.cli.mirror.Checksums;
import vivarium.cli.mirror.Mirror;
import vivarium.cli.mirror.ProgramJars;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.DiagnosticJson;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.lock.LockedWheels;
import vivarium.parse.DocumentParser;
import vivarium.site.files.DocumentFiles;
import vivarium.site.files.Downloads;
import vivarium.site.needs.DocumentNeeds;
import vivarium.site.needs.EngineList;
import vivarium.site.needs.EngineWish;
import vivarium.site.needs.LockCheck;
import vivarium.site.needs.SourceNeeds;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;
import vivarium.site.write.SystemReason;

/** {@code vivarium mirror}: a course with all that a machine without a network needs for it. */
@Command(
    name = "mirror",
    description = {
      "Makes a folder or an archive with a course, its locked packages, Python, and Vivarium"
          + " itself: what a machine without a network needs to build the course, besides Java.",
      "A mirror that was made before is replaced, unless something in it was changed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = {
      "  vivarium mirror course -o course-mirror",
      "  vivarium mirror course -o course-mirror.zip",
      "  vivarium mirror --check course-mirror",
      "",
      "And on the other machine, in the folder course-mirror:",
      "  sh vivarium build course -o site"
    })
final class MirrorCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final String classPath;

  @Spec private CommandSpec command = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  private static final class Subject {
    @Parameters(paramLabel = "SOURCE", description = "The folder of the course.", index = "0")
    private Path source = Path.of("");

    @Option(
        names = "--check",
        paramLabel = "MIRROR",
        description = "Only compares the files of a mirror with its list of their SHA-256.")
    private Path check = Path.of("");
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "TARGET",
      defaultValue = "mirror",
      description =
          "The folder to write; or an archive, which ends in .zip, .tar.gz or .tgz (default:"
              + " ${DEFAULT-VALUE}).")
  private Path output = Path.of("mirror");

  @Option(
      names = "--v8",
      paramLabel = "JAR",
      description =
          "V8 for another system, from Maven Central: com.caoccao.javet, javet-node-SYSTEM. May be"
              + " given several times. The mirror runs on such machines as on this one.")
  private List<Path> v8 = new ArrayList<>();

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  @Option(
      names = "--json",
      description = "Prints the result to standard output as one JSON object.")
  private boolean json;

  /**
   * @param classPath where the program is
   */
  MirrorCommand(Surroundings surroundings, String classPath) {
    this.surroundings = surroundings;
    this.classPath = classPath;
  }

  @Override
  public Integer call() {
    Interruption interruption = Interruption.of(surroundings);
    try {
      return subject.check.toString().isEmpty() ? mirror() : check();
    } catch (EnvironmentException e) {
      if (json) {
        printJson(List.of(e.diagnostic()), Optional.empty());
      }
      throw e;
    } catch (InterruptedException e) {
      return ExitCode.DOCUMENTS;
    } finally {
      interruption.over();
    }
  }

  private int check() {
    Path folder = surroundings.folder().resolve(subject.check).normalize();
    List<Diagnostic> damage = new ArrayList<>();
    try {
      for (Checksums.Damage each : Checksums.damageOf(folder)) {
        damage.add(damaged(each));
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-read",
          subject.check.toString(),
          "This cannot be read: " + SystemReason.of(e) + ".",
          "Name the folder of a mirror; unpack an archive first.",
          e);
    }
    new DiagnosticPrinter(surroundings).print(damage);
    if (json) {
      printJson(damage, Optional.empty());
    } else if (damage.isEmpty() && !quiet) {
      surroundings.out().println("Every file is as it was when the mirror was made.");
    }
    return damage.isEmpty() ? ExitCode.FINE : ExitCode.DOCUMENTS;
  }

  private Diagnostic damaged(Checksums.Damage damage) {
    return Diagnostic.error(
        "mirror-damaged",
        Location.file(subject.check.resolve(damage.path()).toString()),
        damage.found().isEmpty()
            ? "This file is missing."
            : "The SHA-256 is " + damage.found() + ", not " + damage.expected() + ".",
        "Copy the mirror again. A document of yours that you have changed is fine.");
  }

  private int mirror() throws InterruptedException {
    Path folder = surroundings.folder().resolve(subject.source).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(), "There is no folder " + subject.source + ".");
    }
    Path target = surroundings.folder().resolve(output).toAbsolutePath().normalize();
    if (folder.startsWith(target)) {
      throw new ParameterException(
          command.commandLine(),
          "The mirror would replace the source; name another folder with -o.");
    }
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    try {
      progress.say("Looking at what is locked");
      LockedWheels.Found found = locked().wheels(folder, EngineWish.of(folder));
      ShownPaths shown = ShownPaths.of(folder, surroundings.folder());
      List<Diagnostic> problems = new ArrayList<>(found.diagnostics());
      if (problems.isEmpty()) {
        problems.addAll(notLocked(folder));
      }
      Downloads downloads = InstalledWorkshop.downloads(cache());
      if (problems.isEmpty()) {
        problems.addAll(load(folder, downloads));
      }
      boolean failed = problems.stream().anyMatch(Diagnostic::isError);
      Optional<CourseMirror.Written> written = Optional.empty();
      if (!failed) {
        progress.say("Writing the mirror");
        CourseMirror mirror = new CourseMirror(program(), output);
        written =
            Optional.of(mirror.write(folder, target, found.wheels(), downloads.used(), problems));
      }
      progress.clear();
      List<Diagnostic> all = shown.of(problems);
      new DiagnosticPrinter(surroundings).print(all);
      if (json) {
        printJson(all, written);
      } else if (!quiet) {
        written.ifPresent(this::print);
      }
      return failed ? ExitCode.DOCUMENTS : ExitCode.FINE;
    } finally {
      progress.clear();
    }
  }

  private LockedPackages locked() {
    return new LockedPackages(cache(), LockedPackages.indexes(surroundings.environment(), home()));
  }

  private Path cache() {
    return CacheFolder.of(surroundings.environment(), System.getProperty("os.name"), home());
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }

  /** Loads the files on the web that documents list, and says which cannot be had. */
  private static List<Diagnostic> load(Path folder, Downloads downloads) {
    List<Diagnostic> problems = new ArrayList<>();
    try {
      SourceFolder source = new SourceFolder(folder);
      for (String path : SourceFiles.in(source).documents()) {
        byte[] bytes = Files.readAllBytes(source.onDisk(path));
        Document document = DocumentParser.parse(path, bytes).document();
        String text = new String(bytes, StandardCharsets.UTF_8);
        problems.addAll(DocumentFiles.of(document, text, source, downloads).diagnostics());
      }
    } catch (IOException e) {
      problems.add(
          Diagnostic.error(
              "cannot-read",
              Location.file(folder.toString()),
              "This cannot be read: " + SystemReason.of(e) + ".",
              "Give yourself the right to read it."));
    }
    return problems;
  }

  /** Warnings as a build has them: where there is no network, it is too late. */
  private List<Diagnostic> notLocked(Path folder) {
    SourceNeeds needs = LockSubject.of(List.of(folder), surroundings, command).needs();
    return EngineList.on(MirrorCommand.class.getClassLoader(), LockCheck.release(folder)).stream()
        .map(engine -> LockCheck.in(folder, engine))
        .flatMap(
            lock ->
                lock
                    .missing(
                        new DocumentNeeds(
                            needs.declared(), needs.imports(), Optional.empty(), List.of()))
                    .stream())
        .toList();
  }

  private ProgramJars program() {
    try {
      ProgramJars jars = ProgramJars.of(classPath);
      for (Path each : v8) {
        jars = jars.with(surroundings.folder().resolve(each));
      }
      return jars;
    } catch (IOException e) {
      throw new EnvironmentException(
          "program-not-packed",
          String.valueOf(e.getMessage()),
          "This copy of Vivarium cannot be put into a mirror: " + SystemReason.of(e) + ".",
          "Start it by its launcher, vivarium, and name jars behind --v8.",
          e);
    }
  }

  private void print(CourseMirror.Written written) {
    String place = output.toString();
    surroundings
        .out()
        .printf(
            Locale.ROOT,
            "Mirrored %s and %s, %.1f MB: %s%n",
            DiagnosticPrinter.counted(written.sources(), "file"),
            DiagnosticPrinter.counted(written.wheels(), "wheel"),
            written.bytes() / 1e6,
            place);
    surroundings
        .out()
        .println("It runs on " + String.join(", ", written.program().systems()) + ".");
    surroundings
        .out()
        .println(
            (Mirror.isArchive(output) ? "Next: unpack it on" : "Next: copy it to")
                + " the other machine, and there: sh vivarium build "
                + written.mirror().course());
  }

  private void printJson(List<Diagnostic> diagnostics, Optional<CourseMirror.Written> written) {
    JsonObject result =
        JsonObject.empty()
            .with("diagnostics", DiagnosticJson.of(diagnostics))
            .with("mirror", written.isEmpty() ? new Json.Null() : Json.of(output.toString()));
    if (written.isPresent()) {
      CourseMirror.Written it = written.get();
      result =
          result
              .with("bytes", new Json.Num(Long.toString(it.bytes())))
              .with("wheels", it.wheels())
              .with("files", it.sources());
    }
    surroundings.out().println(result.build().text());
  }
}
