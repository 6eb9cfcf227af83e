package vivarium.packages.wheel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.packages.hash.Sha256;

class WheelTest {
  @TempDir private Path folder;

  @Test
  void a_wheel_is_opened_with_its_files_and_metadata() throws Exception {
    byte[] bytes =
        new WheelBytes()
            .with("demo-1.0.data/purelib/extra/more.py", "y = 2\n")
            .with("demo-1.0.data/scripts/run", "#!python\n")
            .zip()
            .bytes();
    Path file = Files.write(folder.resolve("demo-1.0-py3-none-any.whl"), bytes);
    Wheel wheel =
        Wheel.open(file, WheelBytes.NAME, Optional.of(Sha256.of(bytes)), WheelLimits.DEFAULT);
    assertThat(wheel.hash()).isEqualTo(Sha256.of(bytes));
    assertThat(wheel.bytes()).isEqualTo(bytes);
    assertThat(wheel.metadata().name().written()).isEqualTo("Demo");
    assertThat(wheel.files())
        .extracting(WheelFile::path, WheelFile::sitePath)
        .contains(
            tuple("demo/__init__.py", Optional.of("demo/__init__.py")),
            tuple("demo-1.0.data/purelib/extra/more.py", Optional.of("extra/more.py")),
            tuple("demo-1.0.data/scripts/run", Optional.empty()));
    assertThat(new String(wheel.read(wheel.files().get(0)), UTF_8)).isEqualTo("x = 1\n");
    assertThat(wheel.importNames()).containsExactly("demo", "extra");
  }

  @Test
  void import_names_are_listed_or_found() throws Exception {
    Wheel found =
        new WheelBytes()
            .with("single.py", "")
            .with("_native.cpython-314-wasm32-emscripten.so", "")
            .with("space/inner/module.py", "")
            .with("data/table.csv", "")
            .with("not-a-module/x.py", "")
            .open();
    assertThat(found.importNames()).containsExactly("_native", "demo", "single", "space");
    Wheel listed =
        new WheelBytes().with(WheelBytes.INFO + "top_level.txt", "demo\n_other\n\n").open();
    assertThat(listed.importNames()).containsExactly("_other", "demo");
  }

  @Test
  void another_file_than_expected_is_refused_with_both_hashes() {
    byte[] bytes = new WheelBytes().zip().bytes();
    Sha256 expected = Sha256.of(new byte[] {1});
    assertThatThrownBy(
            () -> Wheel.of(bytes, WheelBytes.NAME, Optional.of(expected), WheelLimits.DEFAULT))
        .isInstanceOf(WheelException.class)
        .hasMessage(
            "demo-1.0-py3-none-any.whl: this is not the expected file: its SHA-256 is "
                + Sha256.of(bytes)
                + ", not "
                + expected
                + ".");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws Exception {
    Path file = Files.write(folder.resolve("large.whl"), new byte[1_001]);
    WheelLimits limits = new WheelLimits(1_000, 10, 1_000_000, 100);
    assertThatThrownBy(() -> Wheel.open(file, WheelBytes.NAME, Optional.empty(), limits))
        .hasMessageContaining("more than 1000 bytes");
  }

  @Test
  void every_file_has_to_be_the_one_of_the_record() {
    WheelBytes wheel = new WheelBytes();
    String right = wheel.record();
    assertThatThrownBy(() -> wheel.with("demo/__init__.py", "x = 2\n").recorded(right).open())
        .hasMessageMatching(
            ".*\"demo/__init__.py\" is not the file of RECORD: its hash is sha256=.*, not sha256=.*");
    assertThatThrownBy(() -> new WheelBytes().with("demo/new.py", "").recorded(right).open())
        .hasMessageContaining("\"demo/new.py\" is not in RECORD");
    String weak = right.replaceAll("sha256=[^,]*", "md5=abc");
    assertThatThrownBy(() -> new WheelBytes().recorded(weak).open())
        .hasMessageContaining("has no hash in RECORD that can be trusted: \"md5=abc\"");
    String none = right.replaceAll("sha256=[^,]*", "");
    assertThatThrownBy(() -> new WheelBytes().recorded(none).open())
        .hasMessageContaining("has no hash in RECORD");
  }

  @Test
  void names_in_quotes_are_read_from_the_record() throws Exception {
    WheelBytes wheel = new WheelBytes().with("demo/a,\"b.txt", "text");
    String quoted = wheel.record().replace("demo/a,\"b.txt", "\"demo/a,\"\"b.txt\"");
    assertThat(wheel.recorded(quoted).open().files()).hasSize(5);
  }

  @Test
  void the_folder_of_metadata_has_to_be_there_once_and_of_this_name() {
    assertThatThrownBy(
            () -> new WheelBytes().with("other-2.0.dist-info/METADATA", "Name: other\n").open())
        .hasMessageContaining("several folders *.dist-info: demo-1.0.dist-info/, other-2.0");
    WheelName other = WheelName.parse("other-1.0-py3-none-any.whl");
    byte[] bytes = new WheelBytes().zip().bytes();
    assertThatThrownBy(() -> Wheel.of(bytes, other, Optional.empty(), WheelLimits.DEFAULT))
        .hasMessageContaining("\"demo-1.0.dist-info/\" is not of its name");
    ZipBytes empty = new ZipBytes();
    empty.add("demo.py", new byte[0], false);
    assertThatThrownBy(() -> WheelBytes.open(empty.bytes()))
        .hasMessageContaining("no folder *.dist-info");
  }

  @Test
  void the_metadata_has_to_agree_and_to_be_readable() {
    String metadata = WheelBytes.INFO + "METADATA";
    assertThatThrownBy(() -> new WheelBytes().with(metadata, "Name: demo\nVersion: 2\n").open())
        .hasMessageContaining("its METADATA is of demo 2");
    assertThatThrownBy(() -> new WheelBytes().without(metadata).open())
        .hasMessageContaining("it has no METADATA");
    assertThatThrownBy(
            () ->
                new WheelBytes()
                    .with(metadata, "Name: demo\nVersion: 1.0\nRequires-Dist: a>\n")
                    .open())
        .hasMessageContaining(
            "METADATA cannot be read: \"a>\", at its end: Requires-Dist: A version");
    assertThatThrownBy(
            () -> new WheelBytes().with(WheelBytes.INFO + "WHEEL", "Wheel-Version: 2.0\n").open())
        .hasMessageContaining("version \"2.0\" of the format; 1 is known");
  }
}
