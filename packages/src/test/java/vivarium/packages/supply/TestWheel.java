package vivarium.packages.supply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vivarium.packages.hash.Sha256;

/** A small wheel. The same calls make the same bytes. */
public final class TestWheel {
  private final String name;
  private final String version;
  private String tag = "py3-none-any";
  private final StringBuilder metadata = new StringBuilder();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, byte[]> unrecorded = new LinkedHashMap<>();

  private TestWheel(String name, String version) {
    this.name = name;
    this.version = version;
    metadata.append("Metadata-Version: 2.1\nName: ").append(name);
    metadata.append("\nVersion: ").append(version).append('\n');
  }

  /** A wheel with a module of the package's name, which knows its version. */
  public static TestWheel of(String name, String version) {
    return new TestWheel(name, version)
        .file(name.replace('-', '_') + "/__init__.py", "__version__ = \"" + version + "\"\n");
  }

  public TestWheel needs(String... requirements) {
    for (String requirement : requirements) {
      metadata.append("Requires-Dist: ").append(requirement).append('\n');
    }
    return this;
  }

  /** Adds a field to the metadata. */
  public TestWheel field(String field, String value) {
    metadata.append(field).append(": ").append(value).append('\n');
    return this;
  }

  public TestWheel tag(String tag) {
    this.tag = tag;
    return this;
  }

  public TestWheel file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A file that is another than the wheel records, or that it does not record at all. */
  public TestWheel unrecorded(String path, String text) {
    unrecorded.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public String fileName() {
    return name.replace('-', '_') + "-" + version + "-" + tag + ".whl";
  }

  public String metadata() {
    return metadata.toString();
  }

  public byte[] bytes() {
    String info = name.replace('-', '_') + "-" + version + ".dist-info/";
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    all.put(info + "METADATA", metadata().getBytes(StandardCharsets.UTF_8));
    String wheel = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: " + tag + "\n";
    all.put(info + "WHEEL", wheel.getBytes(StandardCharsets.UTF_8));
    StringBuilder record = new StringBuilder();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    all.forEach(
        (path, content) ->
            record
                .append(path)
                .append(",sha256=")
                .append(base64.encodeToString(Sha256.of(content).bytes()))
                .append(',')
                .append(content.length)
                .append('\n'));
    record.append(info).append("RECORD,,\n");
    all.put(info + "RECORD", record.toString().getBytes(StandardCharsets.UTF_8));
    all.putAll(unrecorded);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(315_532_800_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public Sha256 hash() {
    return Sha256.of(bytes());
  }

  /** Writes the wheel into a folder. */
  public Path into(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.write(folder.resolve(fileName()), bytes());
  }
}
