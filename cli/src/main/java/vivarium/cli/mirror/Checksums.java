package vivarium.cli.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of each file of a mirror, in the format of {@code sha256sum}.
 *
 * @param hashes 64 lower-case digits, by path
 */
public record Checksums(SortedMap<String, String> hashes) {
  /** The file that has them. */
  static final String NAME = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  public Checksums {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /**
   * What is wrong with a file.
   *
   * @param found empty when it is missing
   */
  public record Damage(String path, String expected, String found) {}

  /**
   * Reads those of a mirror.
   *
   * @throws IOException when they are not there, or cannot be read
   */
  static Checksums in(Path mirror) throws IOException {
    TreeMap<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(mirror.resolve(NAME))) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || !mirror.resolve(matcher.group(2)).normalize().startsWith(mirror)) {
        throw new FileSystemException(NAME, null, "it is no list of SHA-256 hashes");
      }
      hashes.put(matcher.group(2), matcher.group(1));
    }
    return new Checksums(hashes);
  }

  /**
   * Compares a mirror with its own list.
   *
   * @return what is missing or changed
   * @throws IOException when the folder is no mirror, or cannot be read
   */
  public static List<Damage> damageOf(Path mirror) throws IOException {
    Path folder = mirror.toAbsolutePath().normalize();
    if (!Readme.isIn(folder)) {
      throw new FileSystemException(mirror.toString(), null, "this is no mirror");
    }
    return in(folder).damage(folder);
  }

  private List<Damage> damage(Path folder) throws IOException {
    List<Damage> damage = new ArrayList<>();
    for (String path : hashes.keySet()) {
      String expected = String.valueOf(hashes.get(path));
      Path file = folder.resolve(path);
      String found = Files.isRegularFile(file) ? hash(file) : "";
      if (!found.equals(expected)) {
        damage.add(new Damage(path, expected, found));
      }
    }
    return damage;
  }

  static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream());
    }
  }

  /** Copies everything, and gives the hash of it. */
  static String copy(InputStream in, OutputStream out) throws IOException {
    DigestInputStream digest = new DigestInputStream(in, sha256());
    digest.transferTo(out);
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The text of the file. */
  String text() {
    StringBuilder text = new StringBuilder();
    hashes.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    return text.toString();
  }
}
