package vivarium.parse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.parse.source.Findings;
import vivarium.parse.source.SourceText;
import vivarium.parse.source.Utf8;

/** Whatever the bytes, there is a document, soon. */
class HostileTest {
  private static final int MEGABYTE = 1 << 20;

  /** Long enough to tell quadratic from linear, short enough to try many. */
  private static final int LONG = MEGABYTE / 5;

  static Stream<Arguments> pieces() {
    return Stream.of(
            "[",
            "]",
            "[a](",
            "![",
            "$",
            "$a ",
            "$a$1",
            "$$ ",
            "{",
            "{.a",
            "{a=\"",
            "]{.a}",
            "[a]{.b} ",
            "`",
            "``a`",
            "*",
            "*a **a ",
            "_a_",
            "~~",
            "<",
            "<a ",
            "<!--",
            "&",
            "\\",
            "a@",
            "www.",
            "http://a",
            "{{<",
            ">",
            "> ",
            "- ",
            "1. ",
            "* a\n",
            "    ",
            "\t",
            ":::\n",
            "::: a\n",
            "::: {.a\n",
            "```{note}\n",
            "```\n",
            "```python {run\n",
            "```python\n```\n```error\na\n```\n",
            "```error\nE: a\n```\n",
            "```{code-cell}\n%a ('\n```\n",
            "#",
            "# a {#a}\n",
            "---\n",
            "--\n",
            "a\n---\n",
            "Note: a\n",
            "Note: a\n---\n",
            "<!-- notes: -->\n",
            "$$\n",
            "$$a\n",
            "|a",
            "|-",
            "[a]: b\n",
            "[^1]",
            "[^1]: a\n",
            "[^1]: [^1]: ",
            "[a\n",
            "\u0000",
            "\uFFFD",
            "\r",
            "\r\n",
            "+++\n",
            ". . .\n\n",
            "<!-- .slide: a=b -->\n",
            "<!-- .element: a=b -->\n",
            "> [!TIP]\n",
            "- [ ] a\n",
            "é😀",
            "#| a: b\n",
            "<a a='",
            "<div\n",
            "key: &a [*a]\n",
            "{[",
            "\"")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("pieces")
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void one_piece_again_and_again_is_read(String piece) {
    check(piece.repeat(LONG / piece.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "$", "{", "<", "`", "*a ", ":::\n", "|\n", "> - "})
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_megabyte_of_one_piece_is_read(String piece) {
    check(piece.repeat(MEGABYTE / piece.length()));
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void nesting_without_end_is_read() {
    check("> ".repeat(10_000) + "a");
    check("- ".repeat(10_000) + "a");
    check("*a **a ".repeat(10_000) + "b" + " a** a*".repeat(10_000));
    check("[".repeat(10_000) + "a" + "](b)".repeat(10_000));
    check("![".repeat(10_000) + "a" + "](b)".repeat(10_000));
    check("::: a\n".repeat(10_000) + "text\n" + ":::\n".repeat(10_000));
    check("> ::: a\n> - ".repeat(1_000));
    check("<a" + " a".repeat(100_000) + ">");
    check("<a" + " a=b".repeat(50_000) + ">");
    StringBuilder lists = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lists.append(" ".repeat(2 * i)).append("- a\n");
    }
    check(lists.toString());
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_wide_table_with_many_short_rows_takes_no_quadratic_room() {
    check("|a".repeat(50_000) + "|\n" + "|-".repeat(50_000) + "|\n" + "|b|\n".repeat(50_000));
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void front_matter_of_nothing_but_structure_is_read() {
    check("---\na: " + "[".repeat(90_000) + "\n---\n");
    check("---\na: " + "{b: ".repeat(20_000) + "\n---\n");
    check("---\n" + "a".repeat(MEGABYTE) + ": b\n---\n");
    check("---\n" + "- ".repeat(40_000) + "\n---\n");
    check("---\na: &a [x]\n" + "b: *a\n".repeat(10_000) + "---\n");
    check("---\n? " + "? ".repeat(40_000) + "\n---\n");
    check("---\na: !!javax.script.ScriptEngineManager [x]\n---\n");
    check("```python\n#| " + "[".repeat(90_000) + "\n```\n");
  }

  @Test
  void bytes_that_are_no_text_are_read() {
    Random random = new Random(42);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      check(bytes);
    }
  }

  @Test
  void lone_surrogates_and_control_characters_in_a_body_are_read() {
    DocumentParser.parseBody(
        "a.md", "\uD800 [\uDC00]($\uD800$) {.a\uDC00}\n\n```\uD800 {\uDC00}\n");
    DocumentParser.parseBody("a.md", "\u0000\u0001\u000b\f\u007f\u0085\u2028 # a\n\u0000---\n");
  }

  /** Texts put together from pieces of syntax find the combinations nobody thinks of. */
  @Test
  @Timeout(120)
  void texts_of_random_pieces_are_read_with_positions_inside_them() {
    String[] pieces =
        Stream.concat(
                pieces().map(piece -> (String) piece.get()[0]),
                Stream.of(
                    "\n",
                    "\n\n",
                    " ",
                    "  ",
                    "a",
                    "word ",
                    "{run}",
                    "[1|2-3]",
                    "{.a #b c=d}",
                    "python",
                    "{pyodide}",
                    "{code-cell}",
                    ":tags: [a]\n",
                    "-->",
                    "<!-- notes: ",
                    "| a | b |\n",
                    "|---|---|\n",
                    "![a](b){width=5}",
                    "`x`",
                    "**",
                    "title: a\n",
                    "format: slides\n",
                    "marp: true\n",
                    "---\n",
                    "\n---\n",
                    "```",
                    "~~~",
                    ":::",
                    "::: {.notes}\n",
                    "> ",
                    "{tip} Title\n",
                    "#| run: true\n",
                    "#| exercise: a\n",
                    "\\",
                    "$x$",
                    "\t"))
            .toArray(String[]::new);
    Random random = new Random(7);
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "---\n" : "");
      int count = random.nextInt(30);
      for (int j = 0; j < count; j++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  @Timeout(60)
  void the_examples_of_commonmark_are_read_whole_and_cut() {
    for (Example example : ExampleReader.readExamples(TestResources.getSpec())) {
      String source = example.getSource();
      check(source);
      for (int cut = 1; cut < source.length(); cut += 7) {
        check(source.substring(0, cut) + "\t" + source.substring(cut));
      }
    }
  }

  private static void check(String text) {
    check(text.getBytes(text.chars().allMatch(c -> c < 0x100) ? ISO_8859_1 : UTF_8));
  }

  private static void check(byte[] bytes) {
    Parsed parsed;
    try {
      parsed = DocumentParser.parse("a.md", bytes);
    } catch (RuntimeException | StackOverflowError e) {
      String start = new String(bytes, 0, Math.min(bytes.length, 300), UTF_8);
      throw new AssertionError("an exception for:\n" + start, e);
    }
    assertThat(parsed.diagnostics()).hasSizeLessThan(200);
    if (bytes.length < 10_000) {
      SourceText text = Utf8.read("a.md", bytes, new Findings());
      Positions.assertInside(parsed, text);
    }
  }
}
