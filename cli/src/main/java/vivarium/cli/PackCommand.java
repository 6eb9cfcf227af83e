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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.cli.Workshop.Running;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.pack.Packed;
import vivarium.site.pack.Part;
import vivarium.site.pack.Script;
import vivarium.site.source.SourceFiles;
import vivarium.site.write.Sha256;

/** {@code vivarium pack}: a document with Python and everything else in one file. */
@Command(
    name = "pack",
    description = {
      "Packs a document with everything it needs, Python included, into one HTML file.",
      "It opens with a double click, without a network and without anything installed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footerHeading = "%nExample:%n",
    footer = "  vivarium pack lesson.md -o lesson.html")
final class PackCommand implements Callable<Integer> {
  private static final int ID_DIGITS = 16;
  private static final String ENDING = ".html";

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      description = "A document (.md, .markdown, .qmd, .ipynb, .py, .html).")
  private Path source = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write (default: the document's name, with .html).")
  private @Nullable Path output;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description =
          "Names the document in readers' browsers, where their work is kept under it (default: made"
              + " of the names of the file and its folder).")
  private @Nullable String id;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints problems only.")
  private boolean quiet;

  PackCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path from = document();
    Path to = target(from);
    Optional<Script> script = script(from);
    Running running = script.isPresent() ? Running.AS_SCRIPT : Running.TO_PACK;
    ProgressLine progress = new ProgressLine(surroundings, quiet);
    try (Workshop.Bench bench = surroundings.workshop().open(progress, running)) {
      Build build = bench.build(from);
      List<Diagnostic> all = new ArrayList<>(build.diagnostics());
      Optional<Packed> packed = Optional.empty();
      if (build.site().isPresent()) {
        Site site = build.site().get();
        packed =
            Optional.of(
                SourceFiles.isHtml(name(from))
                    ? bench.packHtml(site, from, id(from))
                    : bench.pack(site, name(from), id(from), script));
        all.addAll(packed.get().diagnostics());
      }
      progress.clear();
      new DiagnosticPrinter(surroundings).print(ShownPaths.of(from, surroundings.folder()).of(all));
      Optional<byte[]> file = packed.flatMap(Packed::file);
      if (file.isEmpty()) {
        return ExitCode.DOCUMENTS;
      }
      WholeFile.write(to, file.get(), to.toString());
      if (!quiet) {
        report(packed.get().parts(), file.get().length, to);
      }
      return ExitCode.FINE;
    } catch (IOException e) {
      throw new EnvironmentException(
          "cannot-read",
          source.toString(),
          "A file that the document needs cannot be read any more: " + e + ".",
          "Leave the files alone while the document is packed.",
          e);
    } finally {
      progress.clear();
    }
  }

  private Path document() {
    Path resolved = surroundings.folder().resolve(source).normalize();
    if (Files.isDirectory(resolved)) {
      throw wrong(
          source + " is a folder. Name one document, or build a site: vivarium build " + source);
    }
    if (!Files.exists(resolved)) {
      throw wrong("There is no file " + source + ".");
    }
    return resolved;
  }

  /**
   * A script without marks of cells is run as a whole; what cannot be read is told by the build.
   */
  private static Optional<Script> script(Path from) {
    if (!name(from).toLowerCase(Locale.ROOT).endsWith(".py")) {
      return Optional.empty();
    }
    try {
      return Script.of(name(from), Files.readString(from));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path target(Path from) {
    String name = name(from);
    int dot = name.lastIndexOf('.');
    String own = (dot > 0 ? name.substring(0, dot) : name) + ENDING;
    Path to = surroundings.folder().resolve(output == null ? Path.of(own) : output).normalize();
    if (to.equals(from)) {
      throw wrong("The output would replace the document; name another file with -o.");
    }
    if (Files.isDirectory(to)) {
      throw wrong(output + " is a folder; name a file with -o.");
    }
    return to;
  }

  /** The same for each release of a document, wherever it is packed. */
  private String id(Path from) {
    if (id != null) {
      if (!id.matches("[A-Za-z0-9-]{1,64}")) {
        throw wrong("A name for --id is made of letters, digits and hyphens, 64 at most.");
      }
      return id;
    }
    Path folder = from.getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    String name = (folderName == null ? "" : folderName) + "/" + name(from);
    return Sha256.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  private void report(List<Part> parts, long size, Path to) {
    for (Part part : parts) {
      surroundings.out().println("  " + megabytes(part.bytes()) + "  " + part.name());
    }
    surroundings.out().println("Packed " + source + ": " + output(to));
    surroundings.out().println("  " + megabytes(size) + "  in all");
  }

  private String output(Path to) {
    return to.startsWith(surroundings.folder())
        ? surroundings.folder().relativize(to).toString()
        : to.toString();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%6.2f MB", bytes / 1e6);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
