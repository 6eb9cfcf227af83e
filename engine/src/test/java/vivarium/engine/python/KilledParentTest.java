package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentTest {
  @TempDir static Path cache;

  @Test
  void a_process_that_is_killed_leaves_no_interpreter_behind() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                cache.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).isEqualTo("started");
      List<ProcessHandle> children = parent.children().toList();
      assertThat(children).isNotEmpty();
      parent.destroyForcibly().waitFor();
      for (ProcessHandle child : children) {
        child.onExit().get(60, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
      }
    }
  }

  /** Runs a cell without end. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      SealedPython python = TestPython.start(Path.of(arguments[0]), 1);
      python.run(job("1"));
      System.out.println("started");
      python.run(job("while True: pass"));
    }

    private static Job job(String code) {
      return new Job(
          List.of(new Job.Code("c", "main", code, Duration.ofMinutes(10))), Instant.EPOCH);
    }
  }
}
