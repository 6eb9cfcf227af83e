package vivarium.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What is sent for one path. */
final class Body {
  private final String type;
  private final byte[] bytes;
  private final String etag;

  /**
   * @param type the {@code Content-Type}
   * @param bytes the content; not to be changed from here on
   */
  Body(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      this.etag = "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static Body html(String html) {
    return new Body(ContentType.HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  String type() {
    return type;
  }

  /** The {@code ETag}, quotes included: the same for the same content. */
  String etag() {
    return etag;
  }

  /** The length in bytes. */
  int length() {
    return bytes.length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** Whether a browser that sends this {@code If-None-Match} has this content already. */
  boolean isKnownTo(String ifNoneMatch) {
    return List.of(ifNoneMatch.split(",", -1)).stream()
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
  }
}
