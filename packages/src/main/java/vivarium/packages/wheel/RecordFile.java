package vivarium.packages.wheel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.packages.syntax.SyntaxException;

/**
 * The {@code RECORD} of a wheel: its files with their hashes; see <a
 * href="https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file">The
 * RECORD file</a>.
 */
final class RecordFile {
  /** The names of hashes that are good enough, as RECORD and as Java have them. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

  private final Map<String, String> hashes = new HashMap<>();

  RecordFile(String content) {
    for (String line : (Iterable<String>) content.lines()::iterator) {
      List<String> fields = fields(line);
      if (fields.size() >= 2) {
        hashes.put(fields.get(0), fields.get(1));
      }
    }
  }

  /** The fields of a line of comma-separated values, with quotes around some. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** What is wrong with a file of the wheel, to follow its name; empty when nothing is. */
  Optional<String> problem(String path, byte[] content) {
    String recorded = hashes.get(path);
    if (recorded == null) {
      return Optional.of("is not in RECORD");
    }
    int equals = recorded.indexOf('=');
    String algorithm = equals < 0 ? "" : ALGORITHMS.getOrDefault(recorded.substring(0, equals), "");
    if (algorithm.isEmpty()) {
      return Optional.of(
          "has no hash in RECORD that can be trusted: " + SyntaxException.quoted(recorded));
    }
    String actual = recorded.substring(0, equals + 1) + hash(algorithm, content);
    return actual.equals(recorded)
        ? Optional.empty()
        : Optional.of("is not the file of RECORD: its hash is " + actual + ", not " + recorded);
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(content);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
