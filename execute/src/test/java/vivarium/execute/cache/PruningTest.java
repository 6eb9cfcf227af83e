package vivarium.execute.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.execute.Cells.stdout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

class PruningTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Job JOB = job("x");
  private static final JobResult RESULT = resultOf(stdout("a"));

  @TempDir Path folder;

  @Test
  void an_entry_that_is_used_becomes_young() throws IOException {
    cache().keep("build", JOB, RESULT);
    Files.setLastModifiedTime(onlyFile(), FileTime.from(NOW.minusSeconds(1000)));
    cache().find("build", JOB);
    assertThat(Files.getLastModifiedTime(onlyFile()).toInstant()).isEqualTo(NOW);
  }

  @Test
  void what_was_not_used_for_longest_goes() throws IOException {
    for (int i = 0; i < 10; i++) {
      cache(NOW.minusSeconds(100 - i)).keep("build", job("x" + i), RESULT);
    }
    long size = Files.size(files().get(0));
    cache().find("build", job("x0"));
    OutputCache.in(folder, size * 4 + 1, at(NOW)).keep("build", job("new"), RESULT);
    assertThat(
            Stream.of("x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "new")
                .filter(code -> cache().find("build", job(code)).isPresent()))
        .containsExactly("x0", "x8", "x9", "new");
  }

  @Test
  void a_folder_that_is_just_full_loses_nothing() throws IOException {
    cache().keep("build", job("a"), RESULT);
    long size = Files.size(onlyFile());
    OutputCache.in(folder, size * 2, at(NOW)).keep("build", job("b"), RESULT);
    assertThat(files()).hasSize(2);
  }

  @Test
  void a_cache_looks_at_its_size_once() {
    OutputCache tiny = OutputCache.in(folder, 1, at(NOW));
    tiny.keep("build", job("a"), RESULT);
    tiny.keep("build", job("b"), RESULT);
    assertThat(tiny.find("build", job("a"))).isEmpty();
    assertThat(tiny.find("build", job("b"))).isPresent();
  }

  @Test
  void files_that_are_not_the_caches_stay() throws IOException {
    List<Path> foreign =
        List.of(
            folder.resolve("README"),
            folder.resolve("ab/notes.json"),
            folder.resolve("abc/" + "0".repeat(62) + ".json"),
            folder.resolve("ab/" + "0".repeat(62) + ".json/inside"));
    for (Path file : foreign) {
      Files.createDirectories(folder.resolve(file).resolveSibling("."));
      Files.writeString(file, "x".repeat(1000));
    }
    OutputCache.in(folder, 1, at(NOW)).keep("build", JOB, RESULT);
    assertThat(foreign).allMatch(Files::exists);
  }

  @Test
  void what_a_killed_build_left_half_written_goes_after_a_day() throws IOException {
    Path parent = Files.createDirectories(folder.resolve("ab"));
    Path old = Files.writeString(parent.resolve("0".repeat(64) + "123.tmp"), "x");
    Path young = Files.writeString(parent.resolve("1".repeat(64) + "123.tmp"), "x");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(25))));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofHours(23))));
    cache().keep("build", JOB, RESULT);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
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
