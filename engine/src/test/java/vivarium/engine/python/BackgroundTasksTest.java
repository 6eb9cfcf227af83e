package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;

/** What a cell left behind, at build time. */
class BackgroundTasksTest {
  private static final String STARTS =
      """
      import asyncio, js
      from pyodide.ffi import create_proxy
      async def late():
          await asyncio.sleep(60)
          print("late")
          1 / 0
      task = asyncio.create_task(late())
      def fails():
          raise ValueError("callback")
      js.setTimeout(create_proxy(fails), 61_000)
      print("now")""";

  @TempDir Path cache;

  @Test
  void tasks_write_to_their_cell_while_later_cells_run_and_the_same_each_time() throws Exception {
    try (SealedPython python = TestPython.start(cache, 1)) {
      JobResult result = run(python);
      List<Output> first = result.cells().get(0).outputs().items();
      assertThat(first.get(0)).isEqualTo(new Output.Stream("stdout", "now\nlate\n"));
      assertThat(((Output.Failure) first.get(1)).name()).isEqualTo("ZeroDivisionError");
      assertThat(first).hasSize(2);
      List<Output> second = result.cells().get(1).outputs().items();
      assertThat(((Output.Failure) second.get(0)).value()).isEqualTo("callback");
      assertThat(second.get(1)).isEqualTo(new Output.Result(MimeBundle.text("'end'")));
      assertThat(run(python).cells())
          .extracting(JobResult.Finished::outputs)
          .isEqualTo(result.cells().stream().map(JobResult.Finished::outputs).toList());
    }
  }

  private static JobResult run(SealedPython python) throws InterruptedException {
    Duration limit = Duration.ofSeconds(60);
    return python.run(
        new Job(
            List.of(
                new Job.Code("a", "main", STARTS, limit),
                new Job.Code("b", "main", "await asyncio.sleep(120)\n'end'", limit)),
            Instant.parse("2026-01-01T12:00:00Z")));
  }
}
