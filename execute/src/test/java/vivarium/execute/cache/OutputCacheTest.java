package vivarium.execute.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vivarium.execute.Cells.failure;
import static vivarium.execute.Cells.frame;
import static vivarium.execute.Cells.result;
import static vivarium.execute.Cells.stderr;
import static vivarium.execute.Cells.stdout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class OutputCacheTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Job JOB = job("x");
  private static final JobResult RESULT = resultOf(stdout("é\ud800\n"));

  @TempDir Path folder;

  @Test
  void what_was_kept_is_found_by_a_cache_in_the_same_folder() throws IOException {
    cache().keep("build", JOB, RESULT);
    assertThat(cache().find("build", JOB)).contains(RESULT);
    assertThat(folder.relativize(onlyFile()).toString().replace('\\', '/'))
        .matches("[0-9a-f]{2}/[0-9a-f]{62}\\.json");
  }

  @Test
  void every_kind_of_output_comes_back_as_it_was() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("text/html", "<b>x</b>");
    forms.put("image/png", "iVBORw0KGgo=");
    forms.put("text/plain", "x");
    JobResult all =
        resultOf(
            stdout("a"),
            stderr("b"),
            new Output.Display(new MimeBundle(forms)),
            result("6"),
            failure("E", "m", frame("a", 3)));
    cache().keep("build", JOB, all);
    assertThat(cache().find("build", JOB)).contains(all);
  }

  @Test
  void a_folder_is_made_when_it_is_needed() {
    OutputCache deep = OutputCache.in(folder.resolve("a/b/c"), 1_000_000);
    assertThat(deep.find("build", JOB)).isEmpty();
    assertThat(folder.resolve("a")).doesNotExist();
    deep.keep("build", JOB, RESULT);
    assertThat(deep.find("build", JOB)).contains(RESULT);
  }

  @Test
  void the_cache_that_keeps_nothing_keeps_nothing() {
    OutputCache none = OutputCache.none();
    none.keep("build", JOB, RESULT);
    assertThat(none.find("build", JOB)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(JobResult.Reason.class)
  void a_job_that_did_not_come_to_its_end_is_not_kept(JobResult.Reason reason) {
    JobResult ended = new JobResult(List.of(), Optional.of(new JobResult.Ended(reason, "")));
    cache().keep("build", JOB, ended);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_came_over_the_network_is_not_kept() {
    Job job = new Job(JOB.cells(), JOB.clock(), List.of("https://example.org"));
    cache().keep("build", job, RESULT);
    assertThat(cache().find("build", job)).isEmpty();
  }

  @Test
  void every_input_changes_the_key() {
    Job.Code code = new Job.Code("a", "main", "x", Duration.ofSeconds(30));
    Instant clock = NOW;
    List<CacheKey> keys =
        List.of(
            key("build", clock, code),
            key("other", clock, code),
            key("build", clock.plusNanos(1), code),
            key("build", clock.plusSeconds(1), code),
            key("build", clock),
            key("build", clock, code, code),
            key("build", clock, new Job.Code("b", "main", "x", code.limit())),
            key("build", clock, new Job.Code("a", "other", "x", code.limit())),
            key("build", clock, new Job.Code("a", "main", "y", code.limit())),
            key("build", clock, new Job.Code("a", "main", "x ", code.limit())),
            key("build", clock, new Job.Code("a", "main", "\ud800", code.limit())),
            key("build", clock, new Job.Code("a", "main", "\udc00", code.limit())),
            key("build", clock, new Job.Code("a", "main", "?", code.limit())),
            key("build", clock, new Job.Code("am", "ain", "x", code.limit())),
            key("build", clock, new Job.Code("a", "main", "x", code.limit().plusNanos(1))),
            key("build", clock, new Job.Code("a", "main", "x", code.limit(), List.of("i"), "")),
            key("build", clock, new Job.Code("a", "main", "x", code.limit(), List.of(), "png")),
            key("builda", clock, new Job.Code("", "main", "x", code.limit())));
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(key("build", clock, code)).isEqualTo(keys.get(0));
  }

  @Test
  void the_order_of_cells_changes_the_key() {
    Job.Code a = new Job.Code("a", "main", "x", Duration.ofSeconds(30));
    Job.Code b = new Job.Code("b", "main", "y", Duration.ofSeconds(30));
    assertThat(key("build", NOW, a, b)).isNotEqualTo(key("build", NOW, b, a));
  }

  @Test
  @Timeout(60)
  void an_entry_cut_at_any_byte_is_a_miss_and_is_replaced() throws IOException {
    cache().keep("build", JOB, RESULT);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache().find("build", JOB)).as("%s bytes", length).isEmpty();
    }
    cache().keep("build", JOB, RESULT);
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  @Timeout(60)
  void an_entry_with_a_changed_byte_never_gives_another_result() throws IOException {
    cache().keep("build", JOB, RESULT);
    Path file = onlyFile();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      for (int bit : new int[] {0, 5}) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << bit);
        Files.write(file, changed);
        assertThat(cache().find("build", JOB))
            .as("byte %s", at)
            .isIn(Optional.empty(), Optional.of(RESULT));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":1}", "\u0000", "<html>"})
  void a_file_of_somebody_else_is_a_miss(String text) throws IOException {
    cache().keep("build", JOB, RESULT);
    Files.writeString(onlyFile(), text);
    assertThat(cache().find("build", JOB)).isEmpty();
  }

  @Test
  void an_entry_under_another_name_is_a_miss() throws IOException {
    cache().keep("build", JOB, RESULT);
    Path file = onlyFile();
    String text = Files.readString(file);
    Files.delete(file);
    cache().keep("build", job("other"), RESULT);
    Files.writeString(onlyFile(), text);
    assertThat(cache().find("build", job("other"))).isEmpty();
  }

  @Test
  void an_entry_of_a_later_format_is_a_miss() throws IOException {
    cache().keep("build", JOB, RESULT);
    String text = Files.readString(onlyFile());
    Files.writeString(onlyFile(), text.replaceFirst("\"format\":\\d+", "\"format\":99"));
    assertThat(cache().find("build", JOB)).isEmpty();
  }

  @Test
  void a_folder_in_the_place_of_an_entry_is_a_miss() throws IOException {
    cache().keep("build", JOB, RESULT);
    Path file = onlyFile();
    Files.delete(file);
    Files.createDirectories(file.resolve("inside"));
    assertThat(cache().find("build", JOB)).isEmpty();
    assertThatCode(() -> cache().keep("build", JOB, RESULT)).doesNotThrowAnyException();
    assertThat(files()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_made_is_no_failure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    OutputCache cache = OutputCache.in(file, 1_000_000);
    assertThatCode(() -> cache.keep("build", JOB, RESULT)).doesNotThrowAnyException();
    assertThat(cache.find("build", JOB)).isEmpty();
  }

  @Test
  @Timeout(60)
  void a_result_larger_than_a_file_may_be_is_not_kept() {
    String much = "x".repeat((int) CacheFolder.MOST_BYTES_OF_A_FILE);
    cache().keep("build", JOB, resultOf(stdout(much)));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Timeout(60)
  void threads_that_share_a_folder_read_whole_entries_or_none() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Job job = job("x" + i % 5);
        JobResult result = resultOf(stdout("y".repeat(10_000 * (i % 5))));
        long maxBytes = i % 10 == 0 ? 20_000 : 1_000_000;
        tasks.add(
            () -> {
              OutputCache cache = OutputCache.in(folder, maxBytes);
              assertThat(cache.find("build", job)).isIn(Optional.empty(), Optional.of(result));
              cache.keep("build", job, result);
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files()).noneMatch(file -> file.toString().endsWith(".tmp"));
  }

  private OutputCache cache() {
    return cache(NOW);
  }

  private OutputCache cache(Instant now) {
    return OutputCache.in(folder, 1_000_000, at(now));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static Job job(String code) {
    return new Job(List.of(new Job.Code("a", "main", code, Duration.ofSeconds(30))), Instant.EPOCH);
  }

  private static CacheKey key(String build, Instant clock, Job.Code... codes) {
    return CacheKey.of(build, new Job(List.of(codes), clock));
  }

  private static JobResult resultOf(Output... items) {
    return new JobResult(
        List.of(new JobResult.Finished(new Outputs(List.of(items)), Duration.ofMillis(123))),
        Optional.empty());
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return files().get(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
