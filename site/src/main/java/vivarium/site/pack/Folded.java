package vivarium.site.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import vivarium.model.json.Json;

/** Small files in one piece, compressed together in the only way that every browser reads. */
final class Folded {
  private Folded() {}

  /** An index as JSON after its length in four bytes, and then the files, as unpack.js reads it. */
  static byte[] of(Map<String, byte[]> files) {
    List<Json> index = new ArrayList<>();
    files.forEach(
        (path, bytes) ->
            index.add(
                new Json.Arr(
                    List.of(new Json.Str(path), new Json.Num(Integer.toString(bytes.length))))));
    byte[] head = new Json.Arr(index).text().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(head.length).array());
    all.writeBytes(head);
    files.values().forEach(all::writeBytes);
    return compressed(all.toByteArray());
  }

  private static byte[] compressed(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
