package vivarium.packages.wheel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vivarium.packages.hash.Sha256;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;

/**
 * A wheel whose every byte was checked: against the hash that was asked for, against its own {@code
 * RECORD}, and for everything that would make it dangerous to unpack. Held in memory, so that what
 * was checked is what is used.
 */
public final class Wheel {
  private static final String INFO = ".dist-info/";

  /** What RECORD does not list: itself and its signatures. */
  private static final Set<String> UNRECORDED = Set.of("RECORD", "RECORD.jws", "RECORD.p7s");

  private final WheelName name;
  private final Sha256 hash;
  private final byte[] bytes;
  private final Archive archive;
  private final String info;
  private final CoreMetadata metadata;

  private Wheel(WheelName name, byte[] bytes, Sha256 hash, WheelLimits limits)
      throws WheelException {
    this.name = name;
    this.bytes = bytes;
    this.hash = hash;
    this.archive = new Archive(name.fileName(), bytes, limits);
    this.info = info();
    checkWheelVersion();
    checkRecord();
    this.metadata = readMetadata();
  }

  /**
   * Opens a wheel.
   *
   * @param expected the hash that the file has to have; any when empty
   * @throws WheelException when it is not the expected file, no wheel of this name, or not safe
   * @throws IOException when it cannot be read
   */
  public static Wheel open(Path file, WheelName name, Optional<Sha256> expected, WheelLimits limits)
      throws IOException, WheelException {
    try (InputStream in = Files.newInputStream(file)) {
      long limit = Math.min(limits.fileBytes(), Integer.MAX_VALUE - 16);
      byte[] bytes = in.readNBytes((int) limit + 1);
      if (bytes.length > limit) {
        throw new WheelException(
            name.fileName(), "it has more than " + limit + " bytes, which is too much.");
      }
      return of(bytes, name, expected, limits);
    }
  }

  /** As {@link #open}, for a wheel that was read already. */
  public static Wheel of(
      byte[] bytes, WheelName name, Optional<Sha256> expected, WheelLimits limits)
      throws WheelException {
    Sha256 hash = Sha256.of(bytes);
    if (expected.isPresent() && !expected.get().equals(hash)) {
      throw new WheelException(
          name.fileName(),
          "this is not the expected file: its SHA-256 is "
              + hash
              + ", not "
              + expected.get()
              + ".");
    }
    return new Wheel(name, bytes.clone(), hash, limits);
  }

  public WheelName name() {
    return name;
  }

  /** The hash of the whole file. */
  public Sha256 hash() {
    return hash;
  }

  public CoreMetadata metadata() {
    return metadata;
  }

  /** The whole file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The files, without folders, in the order of the archive. */
  public List<WheelFile> files() {
    String data = info.substring(0, info.length() - INFO.length()) + ".data/";
    return archive.entries().values().stream()
        .filter(entry -> !entry.isFolder())
        .map(entry -> WheelFile.of(entry.path(), entry.size(), data))
        .toList();
  }

  /**
   * The content of one of {@link #files()}.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public byte[] read(WheelFile file) {
    ArchiveEntry entry = archive.entries().get(file.path());
    if (entry == null) {
      throw new IllegalArgumentException("not a file of this wheel: " + file.path());
    }
    return content(entry);
  }

  private byte[] content(ArchiveEntry entry) {
    try {
      return archive.read(entry);
    } catch (WheelException e) {
      throw new IllegalStateException("was read before", e);
    }
  }

  /**
   * The names that a program imports to use the package, in alphabetical order: those of {@code
   * top_level.txt} where the wheel has one, or else its modules and the folders that hold some.
   */
  public List<String> importNames() {
    ArchiveEntry listed = archive.entries().get(info + "top_level.txt");
    Set<String> names = new TreeSet<>();
    if (listed != null) {
      String text = new String(content(listed), StandardCharsets.UTF_8);
      text.lines()
          .map(line -> line.strip().replace('/', '.'))
          .filter(ImportName::isOne)
          .forEach(names::add);
    }
    if (names.isEmpty()) {
      for (WheelFile file : files()) {
        file.sitePath().flatMap(ImportName::ofFile).ifPresent(names::add);
      }
    }
    return List.copyOf(names);
  }

  /** The one folder {@code NAME-VERSION.dist-info/}. */
  private String info() throws WheelException {
    Set<String> found = new TreeSet<>();
    for (String path : archive.entries().keySet()) {
      int end = path.indexOf('/') + 1;
      if (path.substring(0, end).endsWith(INFO)) {
        found.add(path.substring(0, end));
      }
    }
    if (found.size() != 1) {
      throw problem(
          found.isEmpty()
              ? "it has no folder *.dist-info."
              : "it has several folders *.dist-info: " + String.join(", ", found) + ".");
    }
    String folder = found.iterator().next();
    String stem = folder.substring(0, folder.length() - INFO.length());
    int hyphen = stem.lastIndexOf('-');
    boolean matches =
        hyphen > 0
            && isName(stem.substring(0, hyphen))
            && Version.tryParse(stem.substring(hyphen + 1))
                .filter(name.version()::equals)
                .isPresent();
    if (!matches) {
      throw problem("its folder " + SyntaxException.quoted(folder) + " is not of its name.");
    }
    return folder;
  }

  private boolean isName(String text) {
    try {
      return new PackageName(text).equals(name.distribution());
    } catch (SyntaxException e) {
      return false;
    }
  }

  private void checkWheelVersion() throws WheelException {
    String version =
        Header.read(text("WHEEL")).stream()
            .filter(header -> header.is("Wheel-Version"))
            .map(Header::value)
            .findFirst()
            .orElse("");
    if (!version.startsWith("1.")) {
      throw problem(
          "it is of version " + SyntaxException.quoted(version) + " of the format; 1 is known.");
    }
  }

  private void checkRecord() throws WheelException {
    RecordFile recorded = new RecordFile(text("RECORD"));
    List<ArchiveEntry> files = new ArrayList<>();
    for (Map.Entry<String, ArchiveEntry> entry : archive.entries().entrySet()) {
      boolean isUnrecorded =
          entry.getKey().startsWith(info)
              && UNRECORDED.contains(entry.getKey().substring(info.length()));
      if (!entry.getValue().isFolder() && !isUnrecorded) {
        files.add(entry.getValue());
      }
    }
    for (ArchiveEntry file : files) {
      Optional<String> wrong = recorded.problem(file.path(), archive.read(file));
      if (wrong.isPresent()) {
        throw problem(SyntaxException.quoted(file.path()) + " " + wrong.get() + ".");
      }
    }
  }

  private CoreMetadata readMetadata() throws WheelException {
    try {
      CoreMetadata read = CoreMetadata.parse(text("METADATA"));
      if (!read.name().equals(name.distribution()) || !read.version().equals(name.version())) {
        throw problem("its METADATA is of " + read.name() + " " + read.version() + ".");
      }
      return read;
    } catch (SyntaxException e) {
      throw problem("its METADATA cannot be read: " + e.getMessage());
    }
  }

  /** A file of the folder {@code *.dist-info}. */
  private String text(String file) throws WheelException {
    ArchiveEntry entry = archive.entries().get(info + file);
    if (entry == null) {
      throw problem("it has no " + file + ".");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(archive.read(entry)))
          .toString();
    } catch (CharacterCodingException e) {
      throw problem("its " + file + " is not in UTF-8.");
    }
  }

  private WheelException problem(String sentence) {
    return new WheelException(name.fileName(), sentence);
  }
}
