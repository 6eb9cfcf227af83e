package vivarium.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Block;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.FrontMatter.Live;

class FrontMatterTest {
  @Test
  void without_front_matter_there_are_the_defaults() {
    Parsed parsed = parse("# Title\n");
    assertThat(parsed.document().frontMatter()).isEqualTo(FrontMatter.DEFAULT);
    assertThat(parsed.document().title()).isEqualTo("Title");
  }

  @Test
  void front_matter_may_be_empty_and_end_with_dots() {
    assertThat(parse("---\n---\nText\n").document().blocks()).hasSize(1);
    assertThat(parse("---\n# nothing\n...\nText\n").document().blocks()).hasSize(1);
    assertThat(parse("---  \ntitle: a\n---\t\nText\n").document().title()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          slides -> SLIDES
          page -> PAGE
          html -> PAGE
          live-html -> PAGE
          Revealjs -> SLIDES
          pyodide-revealjs -> SLIDES
          ipynb -> NOTEBOOK
          """)
  void a_format_has_several_names(String name, Format format) {
    FrontMatter front = frontMatter("format: " + name);
    assertThat(front.formats()).containsExactly(format);
  }

  @Test
  void formats_may_be_a_list_or_the_keys_of_a_mapping() {
    assertThat(frontMatter("format: [page, slides, page]").formats())
        .containsExactly(Format.PAGE, Format.SLIDES);
    assertThat(frontMatter("format:\n  revealjs:\n    theme: x\n  html: default").formats())
        .containsExactly(Format.SLIDES, Format.PAGE);
    assertThat(frontMatter("format:").formats()).containsExactly(Format.SLIDES);
  }

  @ParameterizedTest
  @CsvSource({"marked,MARKED", "all,ALL", "none,NONE", "All,ALL"})
  void live_is_one_of_three(String word, Live live) {
    assertThat(frontMatter("live: " + word).live()).isEqualTo(live);
  }

  @Test
  void a_number_or_a_date_is_a_text() {
    FrontMatter front = frontMatter("title: 2026\ndate: 2026-10-01\nsubtitle: no");
    assertThat(front.title()).contains("2026");
    assertThat(front.date()).contains("2026-10-01");
    assertThat(front.subtitle()).contains("no");
  }

  @Test
  void a_single_text_is_a_list_of_one() {
    assertThat(frontMatter("packages: numpy").packages()).containsExactly("numpy");
    assertThat(frontMatter("files:").files()).isEmpty();
  }

  @Test
  void a_value_of_null_is_none() {
    assertThat(frontMatter("title: ~").title()).isEmpty();
    assertThat(frontMatter("title: 'null'").title()).contains("null");
  }

  @Test
  void an_alias_stands_for_what_it_names() {
    FrontMatter front = frontMatter("packages: &p [numpy]\nfiles: *p");
    assertThat(front.files()).containsExactly("numpy");
  }

  @Test
  void the_network_is_a_list_of_origins() {
    assertThat(frontMatter("network: [https://example.org, 'http://[::1]:8000']").network())
        .containsExactly("https://example.org", "http://[::1]:8000");
    for (String wrong :
        List.of("example.org", "https://example.org/", "https://*.org", "https://me@example.org")) {
      assertThat(frontMatter("network: " + wrong).network()).as(wrong).isEmpty();
    }
  }

  @Test
  void who_cannot_spell_is_trusted_less() {
    assertThat(frontMatter("title: x").trust()).isEqualTo(FrontMatter.Trust.AUTHOR);
    assertThat(frontMatter("trust: Author").trust()).isEqualTo(FrontMatter.Trust.AUTHOR);
    assertThat(frontMatter("trust: reader").trust()).isEqualTo(FrontMatter.Trust.READER);
    assertThat(frontMatter("trust: raeder").trust()).isEqualTo(FrontMatter.Trust.READER);
    assertThat(parse("---\ntrust: raeder\n---\n").diagnostics().get(0).toString())
        .contains("\"raeder\" is no value for \"trust\"")
        .contains("reader");
  }

  @Test
  void readers_install_from_addresses_of_indexes() {
    String text = "install-from: [https://example.org/simple, 'http://[::1]:8000/a b/']";
    assertThat(frontMatter(text).installFrom()).containsExactly("https://example.org/simple/");
    assertThat(codes(parse("---\n" + text + "\n---\n"))).hasSize(1);
    for (String wrong :
        List.of(
            "example.org",
            "https://example.org/?a=b",
            "https://me:secret@example.org/simple/",
            "file:///wheels/")) {
      assertThat(frontMatter("install-from: " + wrong).installFrom()).as(wrong).isEmpty();
    }
  }

  @Test
  void strings_are_texts_under_known_keys() {
    assertThat(frontMatter("strings: {run: Go, reset-hint: 'Back: \\u0022x'}").strings())
        .containsEntry("run", "Go")
        .hasSize(2);
    assertThat(codes(parse("---\nstrings:\n  runn: Go\n---\n")))
        .containsExactly("unknown-value 3:3");
    assertThat(codes(parse("---\nstrings: Go\n---\n"))).containsExactly("wrong-type 2:10");
  }

  @Test
  void a_theme_of_marp_is_no_folder() {
    assertThat(frontMatter("marp: true\ntheme: gaia").theme()).isEmpty();
    assertThat(frontMatter("marp: false\ntheme: gaia").theme()).contains("gaia");
  }

  @Test
  void lists_come_item_by_item_when_the_top_says_so() {
    assertThat(isIncremental("incremental: true")).isTrue();
    assertThat(isIncremental("incremental: false")).isFalse();
    assertThat(isIncremental("format:\n  revealjs:\n    incremental: true")).isTrue();
    assertThat(codes(parse("---\nincremental: always\n---\n")))
        .containsExactly("unknown-value 2:14");
  }

  private static boolean isIncremental(String yaml) {
    Parsed parsed = parse("---\n" + yaml + "\n---\n- item\n");
    assertThat(parsed.diagnostics()).isEmpty();
    return ((Block.ItemList) parsed.document().blocks().get(0)).incremental();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nProse.\n\n---\nmore\n",
        "---\n\ntitle: a\n---\n",
        "---\n- a\n- list\n---\n",
        "---\n",
        "---\n# Heading\nText\n",
        "---\n\"quoted\"\n---\n",
        "---\n* [link](a): b\n---\n",
        " ---\ntitle: a\n---\n",
        "----\ntitle: a\n----\n"
      })
  void a_break_at_the_top_is_no_front_matter(String text) {
    Parsed parsed = parse(text);
    assertThat(parsed.document().blocks().get(0)).isInstanceOf(Block.SlideBreak.class);
    assertThat(parsed.diagnostics()).noneMatch(Diagnostic::isError);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          title: a: b -> bad-front-matter 2:9
          title: "a -> bad-front-matter 2:8
          title: a\\ntitle: b -> bad-front-matter 3:1
          title: [a -> bad-front-matter 2:8
          title: a\\n\\tb: c -> bad-front-matter 3:1
          title: *a -> bad-front-matter 2:8
          title: !str a -> bad-front-matter 2:8
          title: a\\n  b\\nc -> bad-front-matter 4:1
          title: 😀 a: b -> bad-front-matter 2:11
          """)
  void yaml_that_cannot_be_read_is_an_error_with_its_place(String yaml, String expected) {
    Parsed parsed = parse("---\n" + yaml.translateEscapes() + "\n---\n\nText\n");
    assertThat(codes(parsed)).containsExactly(expected);
    assertThat(parsed.diagnostics()).allMatch(Diagnostic::isError);
    assertThat(parsed.document().blocks()).hasSize(1);
  }

  @Test
  void control_characters_are_an_error() {
    assertThat(codes(parse("---\ntitle: a\nb: \u0001\n---\n")))
        .containsExactly("bad-front-matter 3:4");
  }

  @Test
  void keys_of_other_tools_are_named_in_one_warning() {
    Parsed parsed = parse("---\ntitle: a\nengine: knitr\ntoc: true\nlive: {a: b}\n---\n");
    assertThat(codes(parsed)).containsExactly("key-without-effect 3:1");
    assertThat(parsed.diagnostics().get(0).message()).contains("\"engine\", \"toc\", \"live\"");
  }

  @Test
  void warnings_without_end_are_cut() {
    StringBuilder keys = new StringBuilder("---\n");
    for (int i = 0; i < 150; i++) {
      keys.append("unheard-of-").append(i).append(": 1\n");
    }
    List<Diagnostic> diagnostics = parse(keys + "---\n").diagnostics();
    assertThat(diagnostics).hasSize(101);
    assertThat(diagnostics.get(100).message()).isEqualTo("50 more warnings are not shown.");
  }

  private static FrontMatter frontMatter(String yaml) {
    Parsed parsed = parse("---\n" + yaml + "\n---\n");
    assertThat(parsed.diagnostics()).noneMatch(Diagnostic::isError);
    return parsed.document().frontMatter();
  }

  private static List<String> codes(Parsed parsed) {
    return parsed.diagnostics().stream()
        .map(d -> d.code() + " " + d.where().line() + ":" + d.where().column())
        .toList();
  }

  private static Parsed parse(String text) {
    return DocumentParser.parse("a.md", text.getBytes(UTF_8));
  }
}
