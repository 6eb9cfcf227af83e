package vivarium.check.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the browsers here are shell scripts")
@Timeout(60)
class HeadlessBrowserTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_program_that_ends_at_once_is_quoted_and_leaves_nothing() throws Exception {
    Path program = script("echo starting; echo 'no usable sandbox' >&2; exit 1");
    assertThatExceptionOfType(BrowserException.class)
        .isThrownBy(() -> HeadlessBrowser.start(program, folder))
        .withMessageContaining("ended at once")
        .withMessageContaining("no usable sandbox");
    assertThat(folder).isDirectoryNotContaining("glob:**/vivarium-browser-*");
  }

  @Test
  void a_program_that_says_nothing_is_killed() throws Exception {
    Path program = script("echo $$ > " + folder.resolve("pid") + "; exec sleep 1000");
    assertThatExceptionOfType(BrowserException.class)
        .isThrownBy(() -> BrowserProcess.start(program, folder, Duration.ofSeconds(2)))
        .withMessageContaining("did not start within 2 s");
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**/vivarium-browser-*");
  }

  @Test
  void what_is_no_program_is_said_so() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no program");
    assertThatExceptionOfType(BrowserException.class)
        .isThrownBy(() -> HeadlessBrowser.start(text, folder))
        .withMessageContaining("does not start");
    assertThat(folder).isDirectoryNotContaining("glob:**/vivarium-browser-*");
  }

  @Test
  void an_address_where_nobody_answers_is_an_error_and_no_endless_wait() throws Exception {
    Path program =
        script("echo 'DevTools listening on ws://127.0.0.1:1/devtools'; exec sleep 1000");
    assertThatExceptionOfType(BrowserException.class)
        .isThrownBy(() -> HeadlessBrowser.start(program, folder))
        .withMessageContaining("cannot be reached");
    assertThat(folder).isDirectoryNotContaining("glob:**/vivarium-browser-*");
  }

  private Path script(String commands) throws IOException {
    Path script = Files.writeString(folder.resolve("browser"), "#!/bin/sh\n" + commands + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
