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
import vivarium.model.output.Outputs;

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

  @Test
  void tasks_update_and_take_away_what_cells_before_have_shown() throws Exception {
    String starts =
        """
        import asyncio
        from vivarium import clear_output
        shown = display("old", display_id=True)
        print("before")
        async def late():
            await asyncio.sleep(60)
            clear_output()
            print("after")
            clear_output(wait=True)
            await asyncio.sleep(60)
            display("last")
            shown.update("new")
        task = asyncio.create_task(late())""";
    try (SealedPython python = TestPython.start(cache, 1)) {
      List<List<Output>> outputs =
          run(
              python,
              starts,
              "shown.display('again')\nprint('own')",
              "await asyncio.sleep(90)",
              "await asyncio.sleep(90)");
      assertThat(outputs.get(0)).containsExactly(new Output.Display(MimeBundle.text("'last'")));
      assertThat(((Output.Display) outputs.get(1).get(0)).bundle())
          .isEqualTo(MimeBundle.text("'new'"));
      assertThat(outputs.get(1).get(1)).isEqualTo(new Output.Stream("stdout", "own\n"));
      assertThat(outputs.get(2)).isEmpty();
      assertThat(outputs.get(3)).isEmpty();
    }
  }

  @Test
  void the_end_of_what_a_task_floods_its_cell_with_is_kept_when_the_last_cell_ends()
      throws Exception {
    String starts =
        """
        import asyncio
        async def late():
            for i in range(300_000):
                print(i)
                if i % 50_000 == 0:
                    await asyncio.sleep(1)
            print("last")
        task = asyncio.create_task(late())""";
    try (SealedPython python = TestPython.start(cache, 1)) {
      List<Output> outputs = run(python, starts, "await asyncio.sleep(60)").get(0);
      assertThat(outputs.stream().filter(Output.LeftOut.class::isInstance)).hasSize(1);
      assertThat(((Output.Stream) outputs.get(0)).text()).startsWith("0\n1\n2\n");
      assertThat(((Output.Stream) outputs.get(outputs.size() - 1)).text())
          .endsWith("\n299999\nlast\n");
    }
  }

  private static List<List<Output>> run(SealedPython python, String... codes)
      throws InterruptedException {
    return SealedPythonTest.run(python, codes).stream().map(Outputs::items).toList();
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
