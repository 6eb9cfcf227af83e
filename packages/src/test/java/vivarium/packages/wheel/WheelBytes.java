package vivarium.packages.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vivarium.packages.hash.Sha256;

/** Makes wheels of the distribution {@code demo}, version 1.0. */
final class WheelBytes {
  static final WheelName NAME = WheelName.parse("demo-1.0-py3-none-any.whl");
  static final String INFO = "demo-1.0.dist-info/";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private Optional<String> recorded = Optional.empty();

  WheelBytes() {
    with("demo/__init__.py", "x = 1\n");
    with(INFO + "METADATA", "Metadata-Version: 2.1\nName: Demo\nVersion: 1.0.0\n");
    with(INFO + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
  }

  WheelBytes with(String path, String content) {
    files.put(path, content.getBytes(UTF_8));
    return this;
  }

  WheelBytes without(String path) {
    files.remove(path);
    return this;
  }

  WheelBytes recorded(String record) {
    recorded = Optional.of(record);
    return this;
  }

  String record() {
    StringBuilder out = new StringBuilder();
    files.forEach(
        (path, content) ->
            out.append(path)
                .append(",sha256=")
                .append(
                    Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(content).bytes()))
                .append(",")
                .append(content.length)
                .append("\n"));
    return out.append(INFO).append("RECORD,,\n").toString();
  }

  ZipBytes zip() {
    ZipBytes zip = new ZipBytes();
    files.forEach((path, content) -> zip.add(path, content, true));
    zip.add(INFO + "RECORD", recorded.orElseGet(this::record).getBytes(UTF_8), false);
    return zip;
  }

  Wheel open() throws WheelException {
    return open(zip().bytes());
  }

  static Wheel open(byte[] bytes) throws WheelException {
    return Wheel.of(bytes, NAME, Optional.empty(), WheelLimits.DEFAULT);
  }
}
