package vivarium.cli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A course with the program that builds it and all that this needs. */
public final class Mirror {
  private static final String JARS = "lib/";

  /** What else may lie in a mirror, in lower case. */
  private static final Set<String> TAKEN =
      Set.of("lib", "java", "site", "vivarium", "vivarium.cmd", "readme.txt", "sha256sums");

  private final String course;
  private final List<MirrorFile> files = new ArrayList<>();

  /**
   * @param folder the name of the course's folder; it has another in the mirror when that is taken
   */
  public Mirror(String folder) {
    boolean isFree = !folder.isEmpty() && !TAKEN.contains(folder.toLowerCase(Locale.ROOT));
    this.course = isFree ? folder : "course";
  }

  /** What the course's folder is called in the mirror. */
  public String course() {
    return course;
  }

  /**
   * Adds the program, with what starts it.
   *
   * @param version what the program calls itself
   */
  public Mirror program(ProgramJars jars, String version) throws IOException {
    files.add(MirrorFile.of(Readme.NAME, Readme.text(course, version, jars.systems())));
    files.add(MirrorFile.of("vivarium", resource("vivarium.sh")).asProgram());
    files.add(MirrorFile.of("vivarium.cmd", resource("vivarium.cmd").replace("\n", "\r\n")));
    new TreeMap<>(jars.files())
        .forEach((name, jar) -> files.add(MirrorFile.copy(JARS + name, jar)));
    return this;
  }

  /** Adds a file of the course, by its path in the course's folder. */
  public Mirror with(MirrorFile file) {
    files.add(new MirrorFile(course + "/" + file.path(), file.isProgram(), file.content()));
    return this;
  }

  /**
   * Why a mirror cannot be written to a place: there is something that is no mirror, or a mirror
   * with something in it that would be lost. It is a sentence.
   *
   * @throws IOException when it cannot be looked at
   */
  public static Optional<String> refusal(Path target) throws IOException {
    return isArchive(target) ? MirrorArchive.refusal(target) : MirrorFolder.refusal(target);
  }

  /**
   * Writes it: all, or nothing.
   *
   * @param target a folder; or an archive, when its name ends in .zip, .tar.gz or .tgz
   * @return its size, in bytes
   */
  public long write(Path target) throws IOException {
    if (!isArchive(target)) {
      return MirrorFolder.write(target, this::write);
    }
    return MirrorArchive.write(target, this::write);
  }

  /** Whether this is the name of an archive. */
  public static boolean isArchive(Path target) {
    String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  /** The list of hashes comes last: where it is, everything is. */
  private long write(MirrorOutput output) throws IOException {
    TreeMap<String, String> hashes = new TreeMap<>();
    long size = 0;
    for (MirrorFile file : files) {
      hashes.put(file.path(), output.add(file));
      size += file.content().size();
    }
    output.add(MirrorFile.of(Checksums.NAME, new Checksums(hashes).text()));
    return size;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Mirror.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
