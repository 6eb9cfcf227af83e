package vivarium.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.check.slides.SlideCheck;
import vivarium.engine.EngineException;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.execute.CellReport;
import vivarium.execute.Executor;
import vivarium.execute.cache.OutputCache;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.site.Build;
import vivarium.site.Progress;
import vivarium.site.Site;
import vivarium.site.files.Downloads;

class CheckerTest {
  private static final CheckOptions USUAL = new CheckOptions(false, true, false);
  private static final CheckOptions SLIDES = new CheckOptions(false, true, true);

  @TempDir Path folder = Path.of("");
  private FakePython python = new FakePython();
  private final List<Diagnostic> ofBuild = new ArrayList<>();
  private final List<Path> builds = new ArrayList<>();
  private SlideCheck slides = (build, documents, alone) -> List.of();

  @Test
  void what_a_cell_raises_is_an_error_in_its_line() throws Exception {
    write("a.md", "# A\n\n```python {run}\nprint 1\n```\n\n```python {run}\nraise KeyError\n```\n");
    Checked checked = check(USUAL);
    assertThat(codes(checked)).containsExactly("error cell-raised a.md:8");
    assertThat(checked.isFine()).isFalse();
    assertThat(checked.cells()).isEqualTo(2);
  }

  @Test
  void a_cell_that_ends_python_leaves_the_other_documents_alone() throws Exception {
    write("a.md", "```python {run}\nloop\n```\n\n```python {run}\nprint 1\n```\n");
    write("b.md", "```python {run}\nprint 2\n```\n");
    Checked checked = check(USUAL);
    assertThat(codes(checked)).containsExactly("error cell-time-limit a.md:2");
    assertThat(checked.documents())
        .flatExtracting(CheckedDocument::cells)
        .extracting(CellReport::status)
        .containsExactly(
            CellReport.Status.TIME_LIMIT, CellReport.Status.NOT_REACHED, CellReport.Status.FINE);
  }

  @Test
  void only_cells_whose_output_a_site_shows_run_unless_all_are_asked_for() throws Exception {
    write("a.md", "```python\nprint 1\n```\n\n```python {run}\nprint 2\n```\n");
    check(USUAL);
    assertThat(python.ran).containsExactly("print 2");
    python = new FakePython();
    check(new CheckOptions(true, true, false));
    assertThat(python.ran).containsExactly("print 1", "print 2");
  }

  @Test
  void links_that_lead_nowhere_are_errors_and_other_warnings_stay_warnings() throws Exception {
    write("a.md", "# A\n");
    ofBuild.add(warning("missing-image", "a.md", 3));
    ofBuild.add(warning("unknown-option", "a.md", 5));
    ofBuild.add(warning("outside-source", "link.md", 0));
    assertThat(codes(check(USUAL)))
        .containsExactly(
            "error missing-image a.md:3",
            "warning unknown-option a.md:5",
            "warning outside-source link.md");
  }

  @Test
  void what_a_build_says_of_a_run_is_not_said_twice() throws Exception {
    write("a.md", "```python {run}\nraise KeyError\n```\n");
    ofBuild.add(warning("cell-raised", "a.md", 2));
    assertThat(codes(check(USUAL))).containsExactly("error cell-raised a.md:2");
  }

  @Test
  void a_script_that_is_named_is_checked_and_no_site_is_built_of_it() throws Exception {
    write("a.py", "print 1\n");
    Checked checked = checker().check(folder.resolve("a.py"), USUAL, path -> path);
    assertThat(checked.documents()).extracting(CheckedDocument::path).containsExactly("a.py");
    assertThat(builds).isEmpty();
  }

  @Test
  void a_folder_without_documents_is_for_the_build_to_complain_about() throws Exception {
    ofBuild.add(Diagnostic.error("no-documents", Location.file("x"), "None.", ""));
    assertThat(codes(check(USUAL))).containsExactly("error no-documents x");
  }

  @Test
  void files_are_named_as_the_user_calls_them() throws Exception {
    write("a.md", "```python {run}\nprint 1\n```\n\n```output\n2\n```\n");
    ofBuild.add(warning("missing-image", "a.md", 9));
    ofBuild.add(warning("outside-source", "link.md", 0));
    Checked checked = checker().check(folder, USUAL, path -> "my course/" + path);
    assertThat(codes(checked))
        .containsExactly(
            "error output-differs my course/a.md:5",
            "error missing-image my course/a.md:9",
            "warning outside-source my course/link.md");
    assertThat(checked.documents())
        .extracting(CheckedDocument::path)
        .containsExactly("my course/a.md");
    assertThat(checked.findings().get(0).diagnostic().remedy())
        .endsWith("anew with vivarium run \"my course/a.md\" --inplace.");
  }

  @Test
  void slides_are_measured_when_asked_for_and_there_is_a_site() throws Exception {
    write("a.md", "# A\n");
    List<Document> seen = new ArrayList<>();
    slides =
        (build, documents, alone) -> {
          seen.addAll(documents);
          return List.of(
              Diagnostic.error("slide-overflows", new Location("a.md", 1, 1), "Too full.", ""));
        };
    assertThat(codes(check(USUAL))).isEmpty();
    assertThat(codes(check(SLIDES))).containsExactly("error slide-overflows a.md:1:1");
    assertThat(seen).extracting(Document::path).containsExactly("a.md");
    ofBuild.add(Diagnostic.error("same-output", Location.file("a.md"), "Twice.", ""));
    assertThat(codes(check(SLIDES))).containsExactly("error same-output a.md");
  }

  @Test
  @Timeout(20)
  void documents_run_at_the_same_time() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    python =
        new FakePython() {
          @Override
          public JobResult run(Job job) throws InterruptedException {
            try {
              both.await();
            } catch (BrokenBarrierException e) {
              throw new IllegalStateException(e);
            }
            return super.run(job);
          }
        };
    write("a.md", "```python {run}\nprint 1\n```\n");
    write("b.md", "```python {run}\nprint 2\n```\n");
    assertThat(check(USUAL).isFine()).isTrue();
  }

  @Test
  @Timeout(20)
  void an_interrupted_check_ends_and_so_do_its_cells() throws Exception {
    write("a.md", "```python {run}\nprint 1\n```\n");
    Thread checking = Thread.currentThread();
    CyclicBarrier ended = new CyclicBarrier(2);
    python =
        new FakePython() {
          @Override
          public JobResult run(Job job) throws InterruptedException {
            checking.interrupt();
            try {
              new CountDownLatch(1).await();
              throw new IllegalStateException("never");
            } finally {
              awaitQuietly(ended);
            }
          }
        };
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> check(USUAL));
    ended.await();
  }

  @Test
  void a_machine_without_python_is_no_fault_of_the_documents() throws Exception {
    write("a.md", "```python {run}\nprint 1\n```\n");
    python =
        new FakePython() {
          @Override
          public JobResult run(Job job) {
            throw new EngineException("Python could not be started.");
          }
        };
    assertThatExceptionOfType(EngineException.class).isThrownBy(() -> check(USUAL));
  }

  private static void awaitQuietly(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private Checked check(CheckOptions options) throws InterruptedException {
    return checker().check(folder, options, path -> path);
  }

  private Checker checker() {
    return new Checker(
        this::build,
        new Executor(python, OutputCache.none()),
        Downloads.NONE,
        slides,
        2,
        Progress.NONE);
  }

  private Build build(Path source) {
    builds.add(source);
    boolean failed = ofBuild.stream().anyMatch(Diagnostic::isError);
    return new Build(failed ? Optional.empty() : Optional.of(new Site(new TreeMap<>())), ofBuild);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Diagnostic warning(String code, String path, int line) {
    return Diagnostic.warning(code, new Location(path, line, 0), "Something.", "");
  }

  private static List<String> codes(Checked checked) {
    return checked.findings().stream()
        .map(Finding::diagnostic)
        .map(found -> found.severity().word() + " " + found.code() + " " + found.where())
        .toList();
  }
}
