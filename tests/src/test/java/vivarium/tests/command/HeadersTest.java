package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What web hosts are told, by the real command; with {@code -Dvivarium.golden=write} the expected
 * files are written anew.
 */
class HeadersTest {
  private static final Path GOLDEN = Path.of("src/test/resources/headers");

  @TempDir static Path disk = Path.of("");

  @BeforeAll
  static void a_course() throws IOException {
    Path course = Files.createDirectories(disk.resolve("course/week"));
    Files.writeString(course.resolve("ages.csv"), "7\n");
    Files.writeString(
        course.resolve("a.md"),
        "---\nformat: [page, notebook]\nfiles: [ages.csv]\n---\n\n# A\n\n$x^2$\n\n```python {run}\nopen('ages.csv').read()\n```\n");
  }

  @ParameterizedTest
  @CsvSource({
    "netlify,_headers",
    "cloudflare,_headers",
    "apache,.htaccess",
    "nginx,nginx-headers.conf"
  })
  void each_host_has_its_file(String host, String name) throws IOException {
    Path site = build(host, "--headers", host, "--no-run");
    String text = Files.readString(site.resolve(name)).replaceAll("[0-9a-f]{12}", "000000000000");
    Path golden = GOLDEN.resolve(host + ".txt");
    if ("write".equals(System.getProperty("vivarium.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(golden).hasContent(text);
  }

  @Test
  void the_rules_are_for_files_that_are_there_and_for_all_that_never_change() throws IOException {
    Path site = build("whole", "--headers", "netlify", "--isolated", "--offline-app");
    List<String> lines = Files.readAllLines(site.resolve("_headers"));
    assertThat(lines)
        .contains("  Cross-Origin-Opener-Policy: same-origin")
        .contains("  Cross-Origin-Embedder-Policy: require-corp");
    List<String> rules =
        lines.stream()
            .filter(line -> line.startsWith("/vivarium/"))
            .map(line -> line.substring(1).replace("*", ""))
            .toList();
    assertThat(rules)
        .allMatch(rule -> Files.exists(site.resolve(rule)))
        .anyMatch(rule -> rule.matches("vivarium/core-[0-9a-f]{12}/"))
        .anyMatch(rule -> rule.matches("vivarium/python-[0-9a-f]{12}\\.image\\.br"))
        .contains("vivarium/data/", "vivarium/notebooks/");
    try (Stream<Path> files = Files.walk(site.resolve("vivarium"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> site.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> rules.stream().noneMatch(file::startsWith)))
          .containsExactlyInAnyOrder("vivarium/site.json", "vivarium/app.webmanifest");
    }
    String kept = Files.readString(site.resolve("offline-worker.js")).split("\"", 5)[3];
    assertThat(site.resolve(kept)).content().contains("index.html").doesNotContain("_headers");
  }

  private static Path build(String name, String... options) {
    Path site = disk.resolve(name);
    Vivarium.Result result =
        Vivarium.run(
            Stream.concat(
                    Stream.of("build", disk.resolve("course").toString(), "-o", site.toString()),
                    Stream.of(options))
                .toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return site;
  }
}
