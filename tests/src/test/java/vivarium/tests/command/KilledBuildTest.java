package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledBuildTest {
  private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(10);

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void a_build_that_is_killed_while_a_cell_runs_leaves_no_process_and_the_old_site()
      throws Exception {
    Path source = folder.resolve("loops.md");
    Path site = folder.resolve("site");
    Files.writeString(source, "# Old\n\n```python {run}\n6 * 7\n```\n");
    assertThat(Vivarium.run("build", source.toString(), "-o", site.toString()).exitCode()).isZero();
    String old = Files.readString(site.resolve("index.html"));
    assertThat(old).contains(">42<");

    Files.writeString(source, "# New\n\n```python {run timelimit=600}\nwhile True: pass\n```\n");
    Process build = start(source, site);
    List<ProcessHandle> interpreters = interpreters(build);
    build.destroyForcibly().waitFor();
    for (ProcessHandle interpreter : interpreters) {
      interpreter.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(interpreters).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readString(site.resolve("index.html"))).isEqualTo(old);

    Files.writeString(source, "# New\n\n```python {run}\n6 * 9\n```\n");
    assertThat(Vivarium.run("build", source.toString(), "-o", site.toString()).exitCode()).isZero();
    assertThat(Files.readString(site.resolve("index.html")))
        .contains(">54<")
        .doesNotContain(">42<");
  }

  private static Process start(Path source, Path site) throws IOException {
    return Vivarium.builder("build", source.toString(), "-o", site.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<ProcessHandle> interpreters(Process build) {
    while (build.isAlive()) {
      List<ProcessHandle> children = build.toHandle().children().toList();
      if (!children.isEmpty()) {
        return children;
      }
      LockSupport.parkNanos(A_MOMENT);
    }
    throw new IllegalStateException("the build ended before a cell ran");
  }
}
