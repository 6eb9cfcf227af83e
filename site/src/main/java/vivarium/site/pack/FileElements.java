package vivarium.site.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The elements of a packed page that hold files, and the file that it is itself. */
final class FileElements {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private FileElements() {}

  /** Files that are compressed together. */
  static String together(byte[] folded) {
    return "<script type=\"text/plain\" id=\"viv-packed-scripts\" data-size=\""
        + folded.length
        + "\">"
        + FifteenBits.of(folded)
        + "</script>\n";
  }

  /** A file by itself. */
  static String alone(String path, byte[] bytes) {
    return "<script type=\"text/plain\" data-viv-file=\""
        + path
        + "\" data-size=\""
        + bytes.length
        + "\">"
        + FifteenBits.of(bytes)
        + "</script>\n";
  }

  /** What so many bytes take in a packed page. */
  static long size(long bytes) {
    return FifteenBits.characters(bytes) * Character.BYTES;
  }

  /**
   * A page with a mark of its encoding, which browsers believe before anything that a host says.
   */
  static byte[] file(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(String.valueOf(BYTE_ORDER_MARK).getBytes(StandardCharsets.UTF_16LE));
    out.writeBytes(text.getBytes(StandardCharsets.UTF_16LE));
    return out.toByteArray();
  }
}
