package vivarium.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vivarium.execute.Cells.cell;
import static vivarium.execute.Cells.document;
import static vivarium.execute.Cells.failure;
import static vivarium.execute.Cells.frame;
import static vivarium.execute.Cells.result;
import static vivarium.execute.Cells.stdout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vivarium.engine.python.JobResult;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.execute.cache.OutputCache;
import vivarium.model.diagnostic.Severity;
import vivarium.model.document.CellOptions.Flag;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;

class ImageChoiceTest {
  private static final PythonImage.Made COMMON = FakeEngine.made(List.of());
  private static final PythonImage.Made OWN = FakeEngine.made(List.of("csv", "wave"));

  private final FakeEngine engine = new FakeEngine();
  private final Document document =
      document(cell("a").with(Flag.RUN).line(10), cell("b").with(Flag.RUN).line(30));

  @Test
  void a_plain_start_makes_no_image() throws Exception {
    engine.imports("csv", "wave");
    assertThat(image(document, ReaderStart.PLAIN)).isEqualTo(ReaderImage.NONE);
    assertThat(new Executor(engine, OutputCache.none()).execute(document, Scope.ALL).image())
        .isEqualTo(ReaderImage.NONE);
    assertThat(engine.images).isEmpty();
  }

  @Test
  void a_document_of_which_readers_can_run_nothing_has_no_image() throws Exception {
    for (ReaderStart start : ReaderStart.values()) {
      assertThat(image(document(), start)).isEqualTo(ReaderImage.NONE);
      assertThat(image(document(cell("shown")), start)).isEqualTo(ReaderImage.NONE);
    }
    assertThat(engine.images).isEmpty();
  }

  @Test
  void a_notebook_has_the_common_image_for_the_cells_that_readers_add() throws Exception {
    FrontMatter notebook = FrontMatter.DEFAULT.with(List.of(FrontMatter.Format.NOTEBOOK));
    Document empty = new Document("empty.ipynb", notebook, List.of());
    assertIsCommon(image(empty, ReaderStart.COMMON_IMAGE));
    assertIsCommon(image(empty, ReaderStart.OWN_IMAGE));
  }

  @Test
  void a_document_of_which_nothing_runs_now_has_the_common_image() throws Exception {
    for (ReaderStart start : List.of(ReaderStart.COMMON_IMAGE, ReaderStart.OWN_IMAGE)) {
      assertIsCommon(image(document(cell("a").with(Flag.RUN, Flag.NORUN)), start));
    }
    assertThat(engine.jobs).isEmpty();
  }

  @Test
  void the_common_image_is_the_one_for_all_whatever_they_import() throws Exception {
    engine.imports("csv", "wave");
    assertIsCommon(image(document, ReaderStart.COMMON_IMAGE));
  }

  @Test
  void a_document_that_imports_nothing_more_has_the_common_image() throws Exception {
    assertIsCommon(image(document, ReaderStart.OWN_IMAGE));
  }

  @Test
  void a_document_that_uses_the_network_has_the_common_image() throws Exception {
    engine.imports("csv", "wave");
    Document online =
        document("a.md", withNetwork("https://example.org"), cell("a").with(Flag.RUN));
    assertIsCommon(image(online, ReaderStart.OWN_IMAGE));
  }

  @ParameterizedTest
  @EnumSource
  void a_document_that_ends_python_has_the_common_image(JobResult.Reason reason) throws Exception {
    engine.imports("csv", "wave").end("b", reason, "");
    assertIsCommon(image(document, ReaderStart.OWN_IMAGE));
  }

  @Test
  void a_document_that_imports_more_has_an_image_with_it_in_which_its_cells_ran() throws Exception {
    engine.imports("csv", "wave");
    assertThat(image(document, ReaderStart.OWN_IMAGE))
        .isEqualTo(new ReaderImage(Optional.of(OWN), Optional.empty()));
    assertThat(engine.jobs).hasSize(1);
    assertThat(engine.startedFrom).containsExactly(OWN);
  }

  @Test
  void what_the_cells_wrote_in_the_image_is_not_what_is_shown() throws Exception {
    engine
        .imports("wave")
        .answer("a", result("<C at 0x1>"))
        .answerFromImage("a", result("<C at 0x2>"));
    Executed executed = execute(document, OutputCache.none(), ReaderStart.OWN_IMAGE);
    assertThat(executed.image().made()).contains(FakeEngine.made(List.of("wave")));
    assertThat(executed.cells().get(0).outputs()).isEqualTo(Cells.outputs(result("<C at 0x1>")));
  }

  @Test
  void a_cell_that_writes_something_else_in_it_costs_the_image_and_is_named() throws Exception {
    engine.imports("csv", "wave").answerFromImage("b", stdout("something else"));
    Executed executed = execute(document, OutputCache.none(), ReaderStart.OWN_IMAGE);
    assertThat(executed.image().made()).contains(COMMON);
    assertThat(executed.diagnostics(Severity.ERROR))
        .singleElement()
        .matches(found -> found.code().equals("no-memory-image"))
        .hasToString(
            """
            slides.md: warning: Python starts without its imports for readers of this document: \
            cell "b" writes something else in it.
              It works, and starts more slowly. Give --no-images to do without this message.""");
  }

  @Test
  void an_exception_where_there_was_none_is_a_difference_and_so_is_the_reverse() throws Exception {
    engine.imports("wave").answerFromImage("a", failure("KeyError", "k"));
    assertThat(image(document, ReaderStart.OWN_IMAGE).problem()).get().asString().contains("\"a\"");
    engine.answer("a", failure("KeyError", "k")).answerFromImage("a", stdout("fine"));
    assertThat(image(document, ReaderStart.OWN_IMAGE).problem()).get().asString().contains("\"a\"");
  }

  @Test
  void the_same_exception_is_no_difference() throws Exception {
    engine.imports("wave").answer("a", failure("KeyError", "k", frame("a", 1)));
    assertThat(image(document, ReaderStart.OWN_IMAGE).problem()).isEmpty();
  }

  @Test
  void an_exception_that_the_author_means_is_compared_as_well() throws Exception {
    engine.imports("wave").answer("a", failure("KeyError", "k"));
    engine.answerFromImage("a", failure("KeyError", "another"));
    Document raising = document(cell("a").with(Flag.RUN, Flag.RAISES));
    assertThat(image(raising, ReaderStart.OWN_IMAGE).made()).contains(COMMON);
  }

  @Test
  void an_image_that_is_refused_leaves_the_common_one_and_says_why() throws Exception {
    engine.imports("csv", "wave").refuse("C holds a function without a name");
    Executed executed = execute(document, OutputCache.none(), ReaderStart.OWN_IMAGE);
    assertThat(executed.image().made()).contains(COMMON);
    assertThat(executed.diagnostics(Severity.WARNING))
        .singleElement()
        .hasToString(
            """
            slides.md: warning: Python starts without its imports for readers of this document: \
            C holds a function without a name.
              It works, and starts more slowly. Give --no-images to do without this message.""");
    assertThat(engine.startedFrom).isEmpty();
  }

  @Test
  void the_second_time_the_cache_knows_what_the_cells_wrote_in_the_image(@TempDir Path folder)
      throws Exception {
    engine.imports("csv", "wave").answerFromImage("b", stdout("something else"));
    OutputCache cache = OutputCache.in(folder, 1_000_000);
    ReaderImage first = execute(document, cache, ReaderStart.OWN_IMAGE).image();
    Executed second = execute(document, cache, ReaderStart.OWN_IMAGE);
    assertThat(second.image()).isEqualTo(first);
    assertThat(second.fromCache()).isTrue();
    assertThat(engine.jobs).hasSize(1);
    assertThat(engine.startedFrom).hasSize(1);
    engine.build("newer");
    execute(document, cache, ReaderStart.OWN_IMAGE);
    assertThat(engine.startedFrom).hasSize(2);
  }

  @Test
  void outputs_that_a_build_without_images_kept_are_checked_when_one_is_wanted(@TempDir Path folder)
      throws Exception {
    engine.imports("csv", "wave");
    OutputCache cache = OutputCache.in(folder, 1_000_000);
    execute(document, cache, ReaderStart.PLAIN);
    assertThat(execute(document, cache, ReaderStart.OWN_IMAGE).image().made()).contains(OWN);
    assertThat(engine.jobs).hasSize(1);
    assertThat(engine.startedFrom).hasSize(1);
  }

  @Test
  void an_interruption_while_an_image_is_tried_is_passed_on() {
    FakeEngine interrupted =
        new FakeEngine() {
          @Override
          public PythonImage image(List<String> modules, PythonPackages packages) {
            Thread.currentThread().interrupt();
            return super.image(modules, packages);
          }
        };
    interrupted.imports("wave");
    Executor executor = new Executor(interrupted, OutputCache.none());
    assertThatThrownBy(() -> executor.execute(document, Scope.ALL, ReaderStart.OWN_IMAGE))
        .isInstanceOf(InterruptedException.class);
  }

  private void assertIsCommon(ReaderImage image) {
    assertThat(image).isEqualTo(new ReaderImage(Optional.of(COMMON), Optional.empty()));
    assertThat(engine.images).isNotEmpty().allMatch(List::isEmpty);
    assertThat(engine.startedFrom).isEmpty();
  }

  private ReaderImage image(Document source, ReaderStart start) throws InterruptedException {
    return execute(source, OutputCache.none(), start).image();
  }

  private Executed execute(Document source, OutputCache cache, ReaderStart start)
      throws InterruptedException {
    return new Executor(engine, cache).execute(source, Scope.ALL, start);
  }

  private static FrontMatter withNetwork(String origin) {
    FrontMatter usual = FrontMatter.DEFAULT;
    return new FrontMatter(
        usual.title(),
        usual.subtitle(),
        usual.authors(),
        usual.date(),
        usual.description(),
        usual.lang(),
        usual.formats(),
        usual.live(),
        usual.theme(),
        usual.css(),
        usual.packages(),
        usual.engine(),
        usual.files(),
        List.of(origin),
        usual.installFrom(),
        usual.trust(),
        usual.strings(),
        usual.cell());
  }
}
