package vivarium.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a pure-Python wheel, as in the <a
 * href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">binary
 * distribution format</a>. Equal sources give equal bytes.
 */
public final class WheelWriter {
  /** The first moment that a zip file can express. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private WheelWriter() {}

  /**
   * Packs Python packages of the folder {@code args[0]} into a wheel in the folder {@code args[1]},
   * named {@code args[2]} in the version {@code args[3]}: those that the other arguments name.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    Path wheel = folder.resolve(fileName(args[2], args[3]));
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : List.of(args).subList(4, args.length)) {
      files.putAll(sources(Path.of(args[0]), name));
    }
    Files.write(wheel, wheel(files, args[2], args[3]));
  }

  static String fileName(String name, String version) {
    return name + "-" + version + "-py3-none-any.whl";
  }

  private static SortedMap<String, byte[]> sources(Path root, String packageName)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root.resolve(packageName))) {
      List<Path> found = paths.filter(WheelWriter::isPython).toList();
      for (Path path : found) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }

  /** Modules, and what type checkers and editors read beside them. */
  private static boolean isPython(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".py") || name.endsWith(".pyi") || name.equals("py.typed");
  }

  /** The wheel that holds {@code files}, by their paths within it. */
  static byte[] wheel(SortedMap<String, byte[]> files, String name, String version)
      throws IOException {
    String info = name + "-" + version + ".dist-info/";
    Map<String, byte[]> all = new TreeMap<>(files);
    all.put(
        info + "METADATA",
        utf8("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n"));
    all.put(
        info + "WHEEL",
        utf8(
            "Wheel-Version: 1.0\nGenerator: vivarium\nRoot-Is-Purelib: true\nTag: py3-none-any\n"));
    StringBuilder record = new StringBuilder();
    for (Map.Entry<String, byte[]> file : all.entrySet()) {
      byte[] content = file.getValue();
      record.append(file.getKey() + ",sha256=" + hash(content) + "," + content.length + "\n");
    }
    record.append(info + "RECORD,,\n");

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
      put(zip, info + "RECORD", utf8(record.toString()));
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
