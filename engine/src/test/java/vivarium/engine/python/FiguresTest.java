package vivarium.engine.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** The Matplotlib backend, with a package that has the shape of Matplotlib. */
class FiguresTest {
  @TempDir static Path cache;
  private static SealedPython python;
  private static String fake;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 1);
    try (InputStream in =
        Objects.requireNonNull(FiguresTest.class.getResourceAsStream("/matplotlib/fake.py"))) {
      fake = new String(in.readAllBytes(), UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  /** What a cell wrote, after one that installed the package. */
  private static List<Output> run(String figures, String code) throws InterruptedException {
    return run(figures, "pass", code).get(1).items();
  }

  private static List<Outputs> run(String figures, String... cells) throws InterruptedException {
    List<Job.Code> codes = new ArrayList<>();
    codes.add(new Job.Code("c", "main", fake, Duration.ofMinutes(1)));
    for (String code : cells) {
      codes.add(new Job.Code("c", "main", code, Duration.ofMinutes(1), List.of(), figures));
    }
    JobResult result = python.run(new Job(codes, Instant.EPOCH));
    assertThat(result.ended()).isEmpty();
    List<Outputs> outputs = result.cells().stream().map(JobResult.Finished::outputs).toList();
    assertThat(outputs.get(0)).isEqualTo(Outputs.NONE);
    return outputs.subList(1, outputs.size());
  }

  private static Map<String, String> forms(Output output) {
    return output instanceof Output.Display display
        ? display.bundle().data()
        : ((Output.Result) output).bundle().data();
  }

  @Test
  void a_figure_is_shown_when_the_cell_ends_and_closed() throws Exception {
    String code =
        """
        import matplotlib.pyplot as plt
        fig, ax = plt.subplots()
        ax.set_title("Rainfall")
        print("first")
        ax.plot(1, 2)
        """;
    List<Outputs> outputs = run("", code, "plt.Gcf.figs");
    assertThat(outputs.get(0).items()).hasSize(2);
    assertThat(outputs.get(0).items().get(0)).isEqualTo(new Output.Stream("stdout", "first\n"));
    assertThat(forms(outputs.get(0).items().get(1)))
        .containsOnly(
            Map.entry(
                MimeBundle.SVG,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"432pt\" height=\"288pt\">"
                    + "<path/><path/></svg>"),
            Map.entry(MimeBundle.ALT, "Rainfall"),
            Map.entry(MimeBundle.TEXT, "<Figure size 60x40 with 1 Axes>"));
    assertThat(SealedPythonTest.text(outputs.get(1))).isEqualTo("{}");
  }

  @Test
  void a_cell_may_ask_for_png_which_has_the_size_and_resolution_of_the_figure() throws Exception {
    String code = "import matplotlib.pyplot as plt\n_ = plt.figure((6, 4), 25)";
    Map<String, String> forms = forms(run("png", code).get(0));
    assertThat(forms).containsOnlyKeys(MimeBundle.PNG, MimeBundle.TEXT);
    byte[] png = Base64.getDecoder().decode(forms.get(MimeBundle.PNG));
    assertThat(ByteBuffer.wrap(png).getInt(16)).isEqualTo(150);
    assertThat(ByteBuffer.wrap(png).getInt(20)).isEqualTo(100);
  }

  @Test
  void a_large_drawing_is_shown_as_png_unless_svg_is_asked_for() throws Exception {
    String code = "import matplotlib.pyplot as plt\nplt.figure().axes[0].plot(*range(200_000))";
    assertThat(forms(run("", code).get(0))).containsKey(MimeBundle.PNG);
    assertThat(forms(run("svg", code).get(0))).containsKey(MimeBundle.SVG);
    String chosen = "from IPython.display import set_matplotlib_formats as use\nuse('png')\n";
    assertThat(forms(run("", chosen + "import matplotlib.pyplot as plt\n_ = plt.figure()").get(0)))
        .containsKey(MimeBundle.PNG);
  }

  @Test
  void show_shows_what_there_is_and_later_figures_come_later() throws Exception {
    String code =
        """
        import matplotlib.pyplot as plt
        plt.figure().axes[0].plot(1)
        plt.show()
        print("between")
        plt.figure().axes[0].plot(1, 2)
        """;
    List<Output> items = run("", code);
    assertThat(items).hasSize(3);
    assertThat(forms(items.get(0)).get(MimeBundle.SVG)).contains("><path/></svg>");
    assertThat(items.get(1)).isEqualTo(new Output.Stream("stdout", "between\n"));
    assertThat(forms(items.get(2)).get(MimeBundle.SVG)).contains("<path/><path/>");
  }

  @Test
  void a_figure_that_was_shown_is_shown_again_only_when_it_changed() throws Exception {
    String code = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\n";
    assertThat(run("", code + "fig")).hasSize(1);
    assertThat(run("", code + "display(fig)")).hasSize(1);
    assertThat(run("", code + "display(fig)\nax.plot(1)")).hasSize(2);
  }

  @Test
  void a_cell_that_fails_leaves_no_figure_for_the_next() throws Exception {
    List<Outputs> outputs =
        run("", "import matplotlib.pyplot as plt\nplt.figure()\n1 / 0", "print(len(plt.Gcf.figs))");
    assertThat(outputs.get(0).items()).hasSize(1);
    assertThat(SealedPythonTest.text(outputs.get(1))).isEqualTo("0\n");
  }

  @Test
  void a_task_shows_figures_as_its_own_cell_asks_for_them() throws Exception {
    String starts =
        """
        import asyncio
        import matplotlib.pyplot as plt
        fig = plt.figure()
        plt.Gcf.destroy_all()
        async def late():
            await asyncio.sleep(1)
            display(fig)
        task = asyncio.create_task(late())""";
    Duration limit = Duration.ofMinutes(1);
    JobResult result =
        python.run(
            new Job(
                List.of(
                    new Job.Code("a", "main", fake, limit),
                    new Job.Code("b", "main", starts, limit, List.of(), "png"),
                    new Job.Code("c", "main", "await asyncio.sleep(9)", limit, List.of(), "svg")),
                Instant.EPOCH));
    List<Output> items = result.cells().get(1).outputs().items();
    assertThat(items).hasSize(1);
    assertThat(forms(items.get(0))).containsKey(MimeBundle.PNG);
  }

  @Test
  void an_author_may_choose_another_backend() throws Exception {
    String code = "import os\nos.environ['MPLBACKEND'] = 'agg'";
    assertThat(run("", code, "print(os.environ['MPLBACKEND'])").get(1).items())
        .containsExactly(new Output.Stream("stdout", "agg\n"));
    assertThat(forms(run("", "import os\nos.environ['MPLBACKEND']").get(0)).get(MimeBundle.TEXT))
        .isEqualTo("'module://vivarium.figures'");
  }
}
