package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions there")
  void a_replaced_file_keeps_its_permissions_and_its_link() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    WholeFile.write(link, "new", "link");
    assertThat(file).content().isEqualTo("new");
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void a_file_that_somebody_has_changed_is_left_alone() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "theirs");
    assertThat(WholeFile.exchange(file, bytes("before"), bytes("ours"), "file")).isFalse();
    assertThat(file).content().isEqualTo("theirs");
    assertThat(WholeFile.exchange(file, bytes("theirs"), bytes("ours"), "file")).isTrue();
    assertThat(file).content().isEqualTo("ours");
    assertThat(WholeFile.exchange(folder.resolve("gone"), bytes(""), bytes("x"), "")).isFalse();
  }

  @Test
  void what_cannot_be_written_says_why_and_leaves_nothing() {
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> WholeFile.write(folder, "x", "here"))
        .withMessageContaining("it is a folder");
    assertThatExceptionOfType(EnvironmentException.class)
        .isThrownBy(() -> WholeFile.write(folder.resolve("none/file"), "x", "none"))
        .withMessageContaining("it does not exist");
    assertThat(folder).isEmptyDirectory();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
