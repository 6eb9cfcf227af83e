package vivarium.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WheelWriterTest {
  private static final SortedMap<String, byte[]> FILES =
      new TreeMap<>(Map.of("demo/__init__.py", "x = 1\n".getBytes(StandardCharsets.UTF_8)));

  @Test
  void a_wheel_holds_its_files_and_a_record_of_them() throws IOException {
    SortedMap<String, String> entries = unzip(WheelWriter.wheel(FILES, "demo", "1.0"));
    assertThat(entries)
        .containsOnlyKeys(
            "demo/__init__.py",
            "demo-1.0.dist-info/METADATA",
            "demo-1.0.dist-info/WHEEL",
            "demo-1.0.dist-info/RECORD");
    assertThat(entries.get("demo-1.0.dist-info/RECORD"))
        .contains("demo/__init__.py,sha256=nia_NpkRxFwkPGhBR7I_yeHc_PJX0pmhxjIBam_NM_Q,6\n")
        .endsWith("demo-1.0.dist-info/RECORD,,\n");
  }

  @Test
  void equal_sources_give_equal_bytes() throws IOException {
    assertThat(WheelWriter.wheel(FILES, "demo", "1.0"))
        .isEqualTo(WheelWriter.wheel(FILES, "demo", "1.0"));
  }

  @Test
  void the_file_is_named_as_installers_expect() {
    assertThat(WheelWriter.fileName("demo", "1.0")).isEqualTo("demo-1.0-py3-none-any.whl");
  }

  private static SortedMap<String, String> unzip(byte[] wheel) throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
