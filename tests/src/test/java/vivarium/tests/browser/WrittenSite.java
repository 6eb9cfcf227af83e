package vivarium.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vivarium.tests.command.Vivarium;

/** A site of documents that a test writes, built by the real command and served. */
public final class WrittenSite {
  private final Path source;
  private final Path site;

  /** Nothing yet. */
  public WrittenSite() {
    try {
      source = Files.createTempDirectory("vivarium-written");
      site = source.resolveSibling(source.getFileName() + "-site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a file, or writes it anew. */
  public WrittenSite with(String path, String text) {
    try {
      Path file = source.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds it; fails when the command has anything to say. */
  public WrittenSite build(String... options) {
    Vivarium.Result result = run(options);
    if (result.exitCode() != 0 || !result.err().isEmpty()) {
      throw new IllegalStateException("The site was not built well:\n" + result.err());
    }
    return this;
  }

  /** Builds it, and returns what the command said. */
  public Vivarium.Result run(String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("build", source.toString(), "-o", site.toString()));
    arguments.addAll(List.of(options));
    return Vivarium.run(arguments.toArray(String[]::new));
  }

  /** A file of what was built. */
  public Path file(String path) {
    return site.resolve(path);
  }

  /** Serves it until the program ends; the address ends in {@code /}. */
  public String serve() {
    try {
      return StaticServer.start(site, "/").url();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves it until the program ends, with the changes that a test wants. */
  public TamperingServer tamper() throws IOException {
    return TamperingServer.start(site);
  }
}
