package vivarium.packages.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.packages.supply.TestWheel;
import vivarium.packages.wheel.WheelException;
import vivarium.packages.wheel.WheelName;

class CheckedWheelsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder = Path.of("");
  private final CheckedWheels wheels = new CheckedWheels(Clock.fixed(NOW, ZoneOffset.UTC));
  private final TestWheel wheel = TestWheel.of("app", "1.0");
  private final WheelName name = WheelName.parse(wheel.fileName());
  private Path file = folder;

  @BeforeEach
  void a_wheel() throws IOException {
    file = wheel.into(folder);
    writtenBefore(60);
  }

  private void writtenBefore(long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(seconds)));
  }

  @Test
  void a_file_that_is_as_it_was_is_not_read_again() throws Exception {
    assertThat(wheels.open(file, name, wheel.hash()))
        .isSameAs(wheels.open(file, name, wheel.hash()));
  }

  @Test
  void a_file_that_was_written_again_is_checked_again() throws Exception {
    wheels.open(file, name, wheel.hash());
    byte[] changed = wheel.bytes();
    changed[changed.length / 2] ^= 1;
    Files.write(file, changed);
    writtenBefore(30);
    assertThatThrownBy(() -> wheels.open(file, name, wheel.hash()))
        .isInstanceOf(WheelException.class)
        .hasMessageContaining(wheel.hash().hex());
  }

  @Test
  void another_file_in_its_place_is_checked_though_it_has_its_size_and_time() throws Exception {
    wheels.open(file, name, wheel.hash());
    byte[] changed = wheel.bytes();
    changed[changed.length / 2] ^= 1;
    Path other = Files.write(folder.resolve("other"), changed);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    writtenBefore(60);
    assertThatThrownBy(() -> wheels.open(file, name, wheel.hash()))
        .isInstanceOf(WheelException.class);
  }

  @Test
  void a_file_that_is_asked_for_by_another_hash_is_refused() throws Exception {
    wheels.open(file, name, wheel.hash());
    assertThatThrownBy(() -> wheels.open(file, name, TestWheel.of("app", "2.0").hash()))
        .isInstanceOf(WheelException.class);
  }

  @Test
  void a_file_that_was_written_just_now_is_not_remembered() throws Exception {
    writtenBefore(1);
    assertThat(wheels.open(file, name, wheel.hash()))
        .isNotSameAs(wheels.open(file, name, wheel.hash()));
  }
}
