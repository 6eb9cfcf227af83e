package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.offline.OfflineSite;

class BuildCommandTest {
  @TempDir Path folder = Path.of("");
  private Console console = new Console(folder);

  @BeforeEach
  void a_document() throws Exception {
    console = new Console(folder);
    Files.createDirectory(folder.resolve("tmp"));
    Files.writeString(folder.resolve("a.md"), "# A");
  }

  @Test
  void a_built_site_is_written_and_named() {
    assertThat(console.run("build", "a.md", "-o", "out")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            "Built 3 documents in 0.00 s: " + Path.of("out", "index.html") + "\n");
    assertThat(console.err()).isEmpty();
    assertThat(folder.resolve("out/index.html")).hasContent("<html>");
    assertThat(console.workshop.open).hasValue(0);
  }

  @Test
  void cells_run_unless_told_otherwise() {
    console.run("build", "a.md");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.WITH_IMAGES);
    console.run("build", "a.md", "--no-run");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.NO);
  }

  @Test
  void readers_have_memory_images_unless_told_otherwise() {
    console.run("build", "a.md", "--no-images");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.WITHOUT_IMAGES);
    console.run("build", "a.md", "--no-run", "--no-images");
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.NO);
  }

  @Test
  void what_readers_can_keep_is_counted() {
    assertThat(console.run("build", "a.md", "--offline-app")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("\nOffline: 214 files, 23.1 MB\n");
    console.out.reset();
    console.run("build", "a.md", "--offline-app", "--json");
    assertThat(console.out()).contains("\"offline\":{\"files\":214,\"bytes\":23123456}");
    console.out.reset();
    console.run("build", "a.md");
    assertThat(console.out()).doesNotContain("Offline");
  }

  @Test
  void a_site_that_cannot_be_kept_is_not_written() {
    console.workshop.offline =
        site -> new OfflineSite(Optional.empty(), 0, 0, List.of(FakeWorkshop.ERROR));
    assertThat(console.run("build", "a.md", "--offline-app")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.err()).contains("This is no formula.");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void commands_that_keep_nothing_say_which_one_does() {
    assertThat(console.run("pack", "a.md", "--offline-app")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains("--offline-app belongs to: vivarium build. A packed file needs no network");
    assertThat(console.run("serve", "a.md", "--offline-app")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("The development server always shows what you saved last");
    console.out.reset();
    console.run("pack", "--help");
    assertThat(console.out()).doesNotContain("--offline-app");
  }

  @Test
  void a_host_is_told_what_to_send() {
    assertThat(console.run("build", "a.md", "--headers", "netlify")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("site/_headers"))
        .content()
        .contains("nosniff")
        .doesNotContain("Cross-Origin");
    assertThat(console.run("build", "a.md", "--headers=apache", "--isolated"))
        .isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("site/.htaccess")).content().contains("require-corp");
    assertThat(folder.resolve("site/_headers")).doesNotExist();
  }

  @Test
  void a_host_that_is_not_known_is_refused_with_those_that_are() {
    assertThat(console.run("build", "a.md", "--headers", "geocities")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("geocities").contains("netlify, cloudflare, apache, nginx");
    assertThat(console.run("build", "a.md", "--isolated")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("--isolated says what --headers HOST is to write");
    console.run("build", "--help");
    assertThat(console.out().replaceAll("\\s+", " "))
        .contains("which headers to send: netlify, cloudflare, apache, nginx.");
  }

  @Test
  void headers_that_lie_in_the_folder_already_are_not_written_over() throws Exception {
    console.run("build", "a.md");
    Files.writeString(folder.resolve("site/_headers"), "mine");
    assertThat(console.run("build", "a.md", "--headers", "netlify"))
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(folder.resolve("site/_headers")).hasContent("mine");
    assertThat(console.err()).contains("_headers");
  }

  @Test
  void the_site_goes_to_the_folder_site_of_the_callers_folder_unless_told() {
    console.run("build", "a.md");
    assertThat(folder.resolve("site/index.html")).exists();
  }

  @Test
  void warnings_are_printed_and_the_site_is_built() {
    console.workshop.next = () -> FakeWorkshop.good(FakeWorkshop.WARNING);
    assertThat(console.run("build", "a.md")).isEqualTo(ExitCode.FINE);
    assertThat(console.err())
        .isEqualToNormalizingNewlines("a.md:7: warning: There is no x.svg.\n1 warning.\n");
    assertThat(console.out()).contains("Built 3 documents");
  }

  @Test
  void errors_are_printed_in_the_order_of_the_file_each_code_explained_once() {
    console.workshop.next =
        () -> FakeWorkshop.bad(FakeWorkshop.ERROR, FakeWorkshop.WARNING, FakeWorkshop.ERROR);
    assertThat(console.run("build", "a.md")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualToNormalizingNewlines(
            """
            a.md:3:5: This is no formula.
              Mend it.
            a.md:7: warning: There is no x.svg.
            a.md:3:5: This is no formula.
              Mend it.
            2 errors, 1 warning.
            See docs/troubleshooting.md#bad-math
            """);
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void json_is_all_there_is_on_standard_output() {
    console.workshop.next = () -> FakeWorkshop.good(FakeWorkshop.WARNING);
    assertThat(console.run("build", "a.md", "--json")).isEqualTo(ExitCode.FINE);
    assertThat(console.out())
        .isEqualToNormalizingNewlines(
            "{\"diagnostics\":[{\"severity\":\"warning\",\"code\":\"no-such-file\","
                + "\"path\":\"a.md\",\"line\":7,\"column\":0,\"message\":\"There is no x.svg.\","
                + "\"remedy\":\"\"}],\"site\":\"site\",\"documents\":3}\n");
  }

  @Test
  void json_of_a_failed_build_has_no_site() {
    console.workshop.next = () -> FakeWorkshop.bad(FakeWorkshop.ERROR);
    assertThat(console.run("build", "a.md", "--json")).isEqualTo(ExitCode.DOCUMENTS);
    assertThat(console.out()).contains("\"site\":null,");
  }

  @Test
  void files_are_named_from_the_callers_folder() throws Exception {
    Files.createDirectory(folder.resolve("tl"));
    Files.writeString(folder.resolve("tl/a.md"), "# A");
    console.workshop.next = () -> FakeWorkshop.good(FakeWorkshop.WARNING);
    console.run("build", "tl/a.md", "--json");
    assertThat(console.err()).startsWith("tl/a.md:7: warning:");
    assertThat(console.out()).contains("\"path\":\"tl/a.md\"");
  }

  @Test
  void quiet_says_nothing_when_all_is_well() {
    assertThat(console.run("build", "a.md", "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(console.out() + console.err()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_is_the_environments_fault() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    assertThat(console.run("build", "a.md", "-o", "file/site")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("1 error.");
    assertThat(folder.resolve("file")).hasContent("in the way");
  }

  @Test
  void a_source_that_is_not_there_is_a_mistake_in_the_call() {
    assertThat(console.run("build", "b.md")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .isEqualToNormalizingNewlines(
            "There is no file or folder b.md.\nTry: vivarium build --help\n");
  }

  @Test
  void the_output_cannot_replace_the_source() throws Exception {
    Files.createDirectory(folder.resolve("course"));
    assertThat(console.run("build", "course", "-o", "course")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("build", "course", "-o", ".")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("build", "a.md", "-o", "course/..")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("The output would replace the source");
  }

  @Test
  void missing_tools_are_the_environments_fault_also_in_json() {
    Workshop empty =
        (progress, running) -> {
          throw new EnvironmentException(
              "v8-not-started", "/cache", "V8 did not start.", "Free some space.", new Error());
        };
    assertThat(console.run(empty, "build", "a.md", "--json")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err())
        .isEqualToNormalizingNewlines(
            """
            /cache: V8 did not start.
              Free some space.
            See docs/troubleshooting.md#v8-not-started
            """);
    assertThat(console.out()).contains("\"code\":\"v8-not-started\"").contains("\"site\":null");
  }

  @Test
  void our_own_mistake_goes_into_a_file() throws Exception {
    console.workshop.next =
        () -> {
          throw new IllegalStateException("oops");
        };
    assertThat(console.run("build", "a.md")).isEqualTo(ExitCode.BUG);
    assertThat(console.err())
        .contains("This is a bug in Vivarium")
        .contains("oops")
        .doesNotContain("\tat ");
    String report = console.err().replaceAll("(?s).*Please send (.*?)\\R.*", "$1");
    assertThat(Path.of(report)).content().contains("\tat vivarium.cli").contains("Java ");
  }

  @Test
  void an_error_of_the_machine_is_reported_as_well() {
    console.workshop.next =
        () -> {
          throw new StackOverflowError("deep");
        };
    assertThat(console.run("build", "a.md")).isEqualTo(ExitCode.BUG);
    assertThat(console.err()).contains("StackOverflowError");
  }

  @Test
  void colour_is_for_terminals_that_want_it() {
    console.workshop.next = () -> FakeWorkshop.bad(FakeWorkshop.ERROR);
    console.terminal = true;
    console.run("build", "a.md");
    assertThat(console.err()).contains("\u001b[1;31ma.md:3:5\u001b[0m: This is no formula.");
    console.err.reset();
    console.environment.put("NO_COLOR", "1");
    console.run("build", "a.md");
    assertThat(console.err()).doesNotContain("\u001b");
  }

  @Test
  void progress_shows_after_a_second_on_a_terminal_and_leaves_no_trace() {
    AtomicLong seconds = new AtomicLong();
    InstantSource source = () -> Instant.EPOCH.plus(Duration.ofSeconds(seconds.getAndIncrement()));
    console.clock = source.withZone(ZoneOffset.UTC);
    console.terminal = true;
    console.run("build", "a.md");
    assertThat(console.err()).contains("\r\u001b[2KRendering 2/3 doc1.md").endsWith("\r\u001b[2K");
    console.err.reset();
    console.run("build", "a.md", "--quiet");
    assertThat(console.err()).isEmpty();
    console.terminal = false;
    console.run("build", "a.md");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void a_document_cannot_write_over_the_terminal() {
    console.workshop.next =
        () ->
            FakeWorkshop.bad(
                Diagnostic.error(
                    "bad-math", Location.file("a\u001b[2J.md"), "No \u009b31m formula.", ""));
    console.run("build", "a.md");
    assertThat(console.err()).contains("a\uFFFD[2J.md: No \uFFFD31m formula.");
  }
}
