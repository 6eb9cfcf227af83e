package vivarium.tests.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vivarium.packages.hash.Sha256;
import vivarium.tests.command.Vivarium;

/** A folder of documents with a lock file, and beside it the wheels that it names. */
public final class LockedFolder {
  private final Path folder;
  private final StringBuilder packages = new StringBuilder();
  private String engine = "314.0.7";
  private String python = "3.14.2";
  private boolean isLockedByCommand;

  private LockedFolder(Path folder) {
    this.folder = folder;
  }

  /** A new folder, with nothing in it. */
  public static LockedFolder create() throws IOException {
    return new LockedFolder(Files.createTempDirectory("vivarium-locked"));
  }

  public Path folder() {
    return folder;
  }

  /** For another engine than the newest. */
  public LockedFolder engine(String pyodide, String version) {
    engine = pyodide;
    python = version;
    return this;
  }

  /** Adds a document; {@code name} has no ending. */
  public LockedFolder document(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), text);
    return this;
  }

  /** Adds a package whose modules are these files, by their paths, and locks it. */
  public LockedFolder pure(String name, String version, Map<String, String> files, String... needs)
      throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    files.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
    return with(name, version, "py3-none-any", all, needs);
  }

  /** Adds a package with any files, and locks it. */
  public LockedFolder with(
      String name, String version, String tag, Map<String, byte[]> files, String... needs)
      throws IOException {
    byte[] wheel = wheel(name, version, tag, files);
    String file = name + "-" + version + "-" + tag + ".whl";
    Files.write(Files.createDirectories(folder.resolve("wheels")).resolve(file), wheel);
    packages.append("[[packages]]\nname = \"%s\"\nversion = \"%s\"\n".formatted(name, version));
    packages.append(
        Stream.of(needs)
            .map(needed -> "{ name = \"" + needed + "\" }")
            .collect(Collectors.joining(", ", "dependencies = [", "]\n")));
    packages.append(
        "wheels = [{ name = \"%s\", path = \"wheels/%s\", size = %d, hashes = { sha256 = \"%s\" } }]\n"
            .formatted(file, file, wheel.length, Sha256.of(wheel).hex()));
    return this;
  }

  /**
   * Downloads a package that is Python alone, and locks it.
   *
   * @return whether it could be downloaded
   */
  public boolean downloaded(String name, String version) throws IOException {
    Path wheels = Files.createTempDirectory("vivarium-wheels");
    Process pip =
        new ProcessBuilder(
                ("python3 -m pip download --quiet --no-deps --retries 0 --timeout 10 "
                        + name
                        + "=="
                        + version
                        + " --dest "
                        + wheels)
                    .split(" "))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!pip.waitFor(90, TimeUnit.SECONDS) || pip.exitValue() != 0) {
        pip.destroyForcibly();
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try (Stream<Path> found = Files.list(wheels)) {
      with(name, version, "py3-none-any", files(found.findFirst().orElseThrow()));
    }
    return true;
  }

  /** What a wheel installs. */
  private static Map<String, byte[]> files(Path wheel) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(wheel))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().contains(".dist-info/")) {
          files.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return files;
  }

  /** The wheel of a package. */
  public Path wheel(String name) throws IOException {
    try (Stream<Path> wheels = Files.list(folder.resolve("wheels"))) {
      return wheels
          .filter(path -> path.getFileName().toString().startsWith(name + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Lets the command choose from the folder's wheels, instead of writing the lock file by hand. */
  public Vivarium.Result lock(String... options) throws IOException {
    isLockedByCommand = true;
    return run("lock", options);
  }

  /** Writes the lock file, unless the command has, and runs the command. */
  public Vivarium.Result run(String command, String... options) throws IOException {
    if (!isLockedByCommand) {
      write();
    }
    List<String> arguments = new ArrayList<>(List.of(command, folder.toString()));
    arguments.addAll(List.of(options));
    return Vivarium.run(arguments.toArray(String[]::new));
  }

  /** Writes the lock file. */
  public void write() throws IOException {
    Files.writeString(
        folder.resolve("vivarium.lock"),
        "lock-version = \"1.0\"\nrequires-python = \"==%s\"\ncreated-by = \"vivarium\"\n%s\n[tool.vivarium]\nengine = \"%s\"\n"
            .formatted(python, packages, engine));
  }

  /** Builds the site, which has to succeed without a word, and returns its folder. */
  public Path build(String... options) throws IOException {
    Path site = folder.resolveSibling(folder.getFileName() + "-site" + String.join("", options));
    List<String> all = new ArrayList<>(List.of("-o", site.toString()));
    all.addAll(List.of(options));
    Vivarium.Result result = run("build", all.toArray(String[]::new));
    if (result.exitCode() != 0 || !result.err().isEmpty()) {
      throw new IllegalStateException("The site was not built well:\n" + result.err());
    }
    return site;
  }

  private static byte[] wheel(String name, String version, String tag, Map<String, byte[]> files)
      throws IOException {
    String info = name + "-" + version + ".dist-info/";
    Map<String, byte[]> all = new TreeMap<>(files);
    String metadata = "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n";
    all.put(info + "METADATA", metadata.getBytes(UTF_8));
    all.put(
        info + "WHEEL",
        ("Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: " + tag + "\n").getBytes(UTF_8));
    StringBuilder record = new StringBuilder();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    all.forEach(
        (path, content) ->
            record.append(
                "%s,sha256=%s,%d\n"
                    .formatted(
                        path.contains(",") ? '"' + path + '"' : path,
                        base64.encodeToString(Sha256.of(content).bytes()),
                        content.length)));
    record.append(info).append("RECORD,,\n");
    all.put(info + "RECORD", record.toString().getBytes(UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(315_532_800_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
