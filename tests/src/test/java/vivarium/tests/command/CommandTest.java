package vivarium.tests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as its users meet it: whole programs, real files. */
class CommandTest {
  @TempDir Path folder;

  @Test
  void a_deck_that_is_written_as_the_readme_says_is_built_without_a_word_of_complaint()
      throws IOException {
    Path deck = write("loops.md", "# Loops\n\n## Sum\n\n```python {run}\nsum([1, 2, 3])\n```\n");
    Vivarium.Result result = build(deck);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("Built 1 document in ");
    assertThat(folder.resolve("site/index.html")).content().contains("<viv-cell");
  }

  @Test
  void equal_sources_in_two_places_give_equal_bytes() throws IOException {
    String text =
        """
        ---
        title: Same
        format: [slides, page]
        ---

        ## One

        $x^2$

        ```python {run}
        1
        ```
        """;
    Path first = Files.createDirectories(folder.resolve("here/course"));
    Path second = Files.createDirectories(folder.resolve("there/course"));
    Files.writeString(first.resolve("a.md"), text);
    Files.writeString(second.resolve("a.md"), text);
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Vivarium.run("build", first.toString(), "-o", one.toString());
    Vivarium.run("build", second.toString(), "-o", two.toString());
    assertThat(hashes(one)).isNotEmpty().isEqualTo(hashes(two));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown key       | ---\\ntitel: A\\n---\\n# A       | deck.md:2:1 | title",
        "unknown flag      | # A\\n\\n```python {runn}\\n1\\n```  | deck.md:3:12 | run",
        "missing image     | # A\\n\\n![x](non.png)            | deck.md:3:1 | non.png",
        "unclosed fence    | # A\\n\\n```python\\n1            | deck.md:3:1 | ```",
        "broken formula    | # A\\n\\n$\\\\frac{$               | deck.md:3:1 | TeX",
      })
  void a_mistake_that_leaves_something_to_show_is_a_warning_with_place_and_remedy(
      String name, String text, String place, String word) throws IOException {
    Vivarium.Result result = build(write("deck.md", unescaped(text)));
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains(place + ": warning: ").contains(word).doesNotContain("\tat ");
  }

  @Test
  void malformed_front_matter_is_an_error_and_the_site_before_stays() throws IOException {
    Path deck = write("deck.md", "# Good\n");
    build(deck);
    Map<String, Integer> before = hashes(folder.resolve("site"));
    write("deck.md", "---\ntitle: [\n---\n\n# Bad\n");
    Vivarium.Result result = build(deck);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("deck.md:").contains("1 error").doesNotContain("\tat ");
    assertThat(hashes(folder.resolve("site"))).isEqualTo(before);
  }

  @Test
  void byte_order_mark_crlf_emoji_and_right_to_left_text_arrive_whole() throws IOException {
    Path deck = write("deck.md", "\ufeff# שלום 😀\r\n\r\n```python {run}\r\n'é'\r\n```\r\n");
    assertThat(build(deck).err()).isEmpty();
    assertThat(Files.readString(folder.resolve("site/index.html")))
        .contains("שלום 😀")
        .contains("é")
        .doesNotContain("\ufeff", "\r");
  }

  @Test
  void a_folder_with_someones_files_is_never_written_to() throws IOException {
    Path deck = write("deck.md", "# A\n");
    Path theirs = write("site/thesis.txt", "three years of work");
    Vivarium.Result result = build(deck);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("that Vivarium did not write").contains("empty folder");
    assertThat(theirs).content().isEqualTo("three years of work");
    assertThat(folder.resolve("site")).isDirectoryNotContaining("glob:**.html");
  }

  @Test
  void what_new_makes_builds_and_says_how_to_go_on() {
    Path course = folder.resolve("my-course");
    Vivarium.Result made = Vivarium.run("new", course.toString());
    assertThat(made.exitCode()).isZero();
    assertThat(made.out()).contains("vivarium serve");
    Vivarium.Result built =
        Vivarium.run("build", course.toString(), "-o", folder.resolve("site").toString());
    assertThat(built.exitCode()).isZero();
    assertThat(built.err()).isEmpty();
  }

  @Test
  void a_wrong_word_on_the_command_line_gets_help_and_exit_code_2() {
    Vivarium.Result result = Vivarium.run("bild");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("bild").contains("build");
  }

  @Test
  void json_is_all_that_standard_output_holds_when_asked_for() throws IOException {
    Path deck = write("deck.md", "# A\n\n![x](non.png)\n");
    Vivarium.Result result =
        Vivarium.run("build", deck.toString(), "-o", folder.resolve("site").toString(), "--json");
    assertThat(result.out())
        .startsWith("{\"diagnostics\":[{\"severity\":\"warning\",\"code\":\"missing-image\"")
        .endsWith("\"documents\":1}\n");
  }

  private Vivarium.Result build(Path source) {
    return Vivarium.run("build", source.toString(), "-o", folder.resolve("site").toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\\\", "\\");
  }

  private static Map<String, Integer> hashes(Path site) throws IOException {
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(site.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }
}
