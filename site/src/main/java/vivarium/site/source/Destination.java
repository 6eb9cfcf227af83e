package vivarium.site.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link or image names: a <a href="https://www.rfc-editor.org/rfc/rfc3986#section-4.1">URL
 * reference</a>.
 *
 * @param scheme what stands before the colon, in any case, or {@code //} for another host; empty
 *     for something in the same site
 * @param path decoded; empty for the document itself
 * @param query as written, with its question mark; empty for none
 * @param fragment as written, without its hash; empty for none
 */
public record Destination(String scheme, String path, String query, String fragment) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  /** Reads what an author wrote. */
  public static Destination of(String text) {
    var scheme = SCHEME.matcher(text);
    if (scheme.lookingAt()) {
      return new Destination(text.substring(0, scheme.end() - 1), "", "", "");
    }
    if (text.startsWith("//")) {
      return new Destination("//", "", "", "");
    }
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    String rest = hash < 0 ? text : text.substring(0, hash);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question);
    String path = question < 0 ? rest : rest.substring(0, question);
    return new Destination("", decode(path), query, fragment);
  }

  /** Whether it leads out of the site. */
  public boolean isExternal() {
    return !scheme.isEmpty();
  }

  /** Whether showing it makes a request to another host. */
  public boolean isRemote() {
    return scheme.equals("//")
        || scheme.equalsIgnoreCase("http")
        || scheme.equalsIgnoreCase("https");
  }

  /** The fragment, decoded. */
  public String anchor() {
    return decode(fragment);
  }

  /**
   * The path from the root of the source folder, {@code ""} for the root itself; empty when it
   * leads out of the folder. A path that begins with a slash begins at the root.
   *
   * @param document the path of the file that names it
   */
  public Optional<String> from(String document) {
    String folder = document.substring(0, document.lastIndexOf('/') + 1);
    List<String> parts = new ArrayList<>();
    for (String part : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** What is not encoded UTF-8 stands for itself. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        decoded.write(high * 16 + low);
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(decoded.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException notUtf8) {
      return text;
    }
  }
}
