package vivarium.packages.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileWheelTest {
  private static final byte[] CONTENT = "x = 1\n".getBytes(UTF_8);

  private static void refused(ZipBytes zip, String reason) {
    assertThatThrownBy(() -> WheelBytes.open(zip.bytes()))
        .isInstanceOf(WheelException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../evil.py | leads out of the archive",
        "demo/../../evil.py | leads out of the archive",
        "demo/.. | leads out of the archive",
        "../ | leads out of the archive",
        "/etc/evil.py | is an absolute path",
        "C:/evil.py | has a colon",
        "demo/x.py:stream | has a colon",
        "..\\evil.py | has a backslash",
        "demo//x.py | has an empty part",
        "demo/./x.py | has an empty part",
        "'' | has no name",
        "a\tb | has a control character",
        "demo/__init__.py | is there twice",
        "demo/__INIT__.py | has the name of \"demo/__init__.py\" but for case",
        "demo/__init__.py/x | stands in a folder that is a file",
        "DEMO/__init__.py/x | stands in a folder that is a file",
        "demo/__init__.py/ | has the name of",
      })
  void a_file_with_such_a_path_is_refused(String path, String reason) {
    ZipBytes zip = new WheelBytes().zip();
    zip.add(path, path.endsWith("/") ? new byte[0] : CONTENT, false);
    refused(zip, reason);
  }

  @Test
  void links_and_devices_are_refused() {
    ZipBytes link = new WheelBytes().zip();
    link.add("demo/link", "/etc/passwd".getBytes(UTF_8), false).mode = 0xA1FF;
    refused(link, "\"demo/link\" is a symbolic link");
    ZipBytes device = new WheelBytes().zip();
    device.add("demo/pipe", CONTENT, false).mode = 0x11FF;
    refused(device, "neither a file nor a folder");
  }

  @Test
  @Timeout(20)
  void bombs_are_refused_before_anything_is_unpacked() {
    ZipBytes bomb = new WheelBytes().zip();
    bomb.add("demo/zeros", new byte[64 << 20], true);
    refused(bomb, "which no package does");
    ZipBytes many = new ZipBytes();
    for (int i = 0; i <= WheelLimits.DEFAULT.entries(); i++) {
      many.add("f" + i, new byte[0], false);
    }
    refused(many, "it has 50001 entries; at most 50000");
    ZipBytes declared = new WheelBytes().zip();
    declared.add("demo/x", CONTENT, true).size = 0xFFFFFFFFL;
    refused(declared, "which no package does");
  }

  @Test
  void limits_hold_at_their_edge() throws Exception {
    byte[] bytes = new WheelBytes().zip().bytes();
    int unpacked = new WheelBytes().zip().entries().stream().mapToInt(e -> e.content.length).sum();
    WheelLimits enough = new WheelLimits(bytes.length, 4, unpacked, 1);
    assertThat(Wheel.of(bytes, WheelBytes.NAME, Optional.empty(), enough).files()).hasSize(4);
    for (WheelLimits less :
        Arrays.asList(
            new WheelLimits(bytes.length, 3, unpacked, 1),
            new WheelLimits(bytes.length, 4, unpacked - 1, 1))) {
      assertThatThrownBy(() -> Wheel.of(bytes, WheelBytes.NAME, Optional.empty(), less))
          .isInstanceOf(WheelException.class);
    }
  }

  @Test
  void files_that_share_their_bytes_are_refused() {
    ZipBytes zip = new WheelBytes().zip();
    zip.add("demo/again.py", CONTENT, true).sameDataAs = 0;
    refused(zip, "overlaps with another file");
    ZipBytes same = new ZipBytes();
    same.add("a", CONTENT, false);
    same.add("b", CONTENT, false).sameDataAs = 0;
    refused(same, "overlaps with another file");
  }

  @Test
  void headers_that_contradict_each_other_are_refused() {
    ZipBytes renamed = new WheelBytes().zip();
    renamed.entries().get(0).localName = "evil/__init__.py";
    refused(renamed, "has two different headers");
  }

  @Test
  void files_that_are_not_what_they_say_are_refused() {
    ZipBytes larger = new WheelBytes().zip();
    larger.entries().get(0).size -= 2;
    refused(larger, "is larger than it says");
    ZipBytes smaller = new WheelBytes().zip();
    smaller.entries().get(0).size += 2;
    refused(smaller, "it ends too early");
    ZipBytes wrong = new WheelBytes().zip();
    wrong.entries().get(0).crc++;
    refused(wrong, "its sum is wrong");
    ZipBytes stored = new WheelBytes().zip();
    stored.add("demo/x", CONTENT, false).size++;
    refused(stored, "has a size that cannot be");
    ZipBytes broken = new WheelBytes().zip();
    broken.entries().get(0).packed = new byte[] {7, 7, 7};
    refused(broken, "cannot be unpacked");
    ZipBytes more = new WheelBytes().zip();
    byte[] packed = more.entries().get(0).packed;
    more.entries().get(0).packed = Arrays.copyOf(packed, packed.length + 5);
    refused(more, "has something behind its end");
  }

  @Test
  void encrypted_and_strangely_packed_files_are_refused() {
    ZipBytes encrypted = new WheelBytes().zip();
    encrypted.entries().get(0).flags |= 1;
    refused(encrypted, "is encrypted");
    ZipBytes strange = new WheelBytes().zip();
    strange.entries().get(0).method = 12;
    refused(strange, "compressed in an unusual way");
    ZipBytes unnamed = new WheelBytes().zip();
    unnamed.add("demo/é.py", CONTENT, false).flags = 0;
    refused(unnamed, "not in UTF-8");
  }

  @Test
  void what_is_no_zip_file_or_half_of_one_is_refused() {
    byte[] bytes = new WheelBytes().zip().bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> WheelBytes.open(part)).isInstanceOf(WheelException.class);
    }
    byte[] before = new byte[bytes.length + 4];
    System.arraycopy(bytes, 0, before, 4, bytes.length);
    assertThatThrownBy(() -> WheelBytes.open(before)).hasMessageContaining("not where it should");
  }

  @Test
  @Timeout(60)
  void no_changed_byte_leads_to_anything_but_a_wheel_or_a_refusal() {
    byte[] bytes = new WheelBytes().with("demo/data.txt", "text ".repeat(200)).zip().bytes();
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = bytes.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(WheelBytes.open(changed).files()).isNotEmpty();
      } catch (WheelException e) {
        assertThat(e).hasMessageStartingWith("demo-1.0-py3-none-any.whl: ");
      }
    }
  }
}
