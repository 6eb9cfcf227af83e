package vivarium.execute.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.execute.compare.DiffLine.Kind;

class LineDiffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b c     | a b c     | ' a, b, c'",
        "a b c     | a x c     | ' a,-b,+x, c'",
        "a b c     | a c       | ' a,-b, c'",
        "a c       | a b c     | ' a,+b, c'",
        "a b c d   | b x d e   | '-a, b,-c,+x, d,+e'",
        "a         | b         | '-a,+b'",
        "...       | a b c     | ' ...'",
        "a ... c   | a c       | ' a, ..., c'",
        "a ... c   | a x y c   | ' a, ..., c'",
        "a ... c d | a x c e   | ' a, ..., c,-d,+e'",
        "... b ... | a c       | ' ...,-b, ...'",
        "a a       | a         | ' a,-a'",
        "a ... a   | a         | ' a, ...,-a'",
        "... ...   | a         | ' ..., ...'"
      })
  void a_diff_is_as_short_as_can_be(String recorded, String now, String diff) {
    assertThat(
            LineDiff.of(words(recorded), words(now)).stream()
                .map(line -> line.toString().charAt(0) + line.text())
                .collect(Collectors.joining(",")))
        .isEqualTo(diff);
  }

  @Test
  void nothing_and_something() {
    assertThat(LineDiff.of(List.of(), List.of())).isEmpty();
    assertThat(LineDiff.of(List.of(), words("a"))).containsExactly(new DiffLine(Kind.NOW, "a"));
    assertThat(LineDiff.of(words("a"), List.of()))
        .containsExactly(new DiffLine(Kind.RECORDED, "a"));
    assertThat(LineDiff.of(words("... ..."), List.of())).allMatch(line -> line.kind() == Kind.SAME);
  }

  @Test
  @Timeout(30)
  void any_diff_leads_from_one_text_to_the_other() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      List<TextLine> recorded = randomLines(random);
      List<TextLine> now = randomLines(random);
      List<DiffLine> diff = LineDiff.of(recorded, now);
      assertThat(without(Kind.NOW, diff)).isEqualTo(texts(recorded));
      assertThat(without(Kind.RECORDED, diff)).isEqualTo(texts(now));
    }
  }

  @Test
  @Timeout(20)
  void many_lines_that_all_differ_are_shown_from_their_beginning() {
    List<TextLine> recorded = numbered("old", 100_000);
    List<TextLine> now = numbered("new", 100_000);
    List<DiffLine> excerpt = Excerpt.of(LineDiff.of(recorded, now));
    assertThat(excerpt).hasSizeLessThanOrEqualTo(Excerpt.MOST_LINES);
    assertThat(excerpt)
        .contains(
            new DiffLine(Kind.RECORDED, "old 0"),
            new DiffLine(Kind.NOTE, "99986 lines more recorded"),
            new DiffLine(Kind.NOW, "new 0"),
            new DiffLine(Kind.NOTE, "99986 lines more now"));
  }

  @Test
  @Timeout(20)
  void one_line_among_very_many_is_found() {
    List<TextLine> recorded = new ArrayList<>(numbered("line", 100_000));
    recorded.set(70_000, new TextLine("other"));
    assertThat(Excerpt.of(LineDiff.of(recorded, numbered("line", 100_000))))
        .extracting(DiffLine::toString)
        .containsExactly(
            "  line 69998",
            "  line 69999",
            "- other",
            "+ line 70000",
            "  line 70001",
            "  line 70002");
  }

  @Test
  @Timeout(20)
  void an_ellipsis_stands_for_very_many_lines() {
    assertThat(Excerpt.of(LineDiff.of(words("a 0 ... 99999"), numbered("a", 100_000))))
        .isNotEmpty();
    List<TextLine> now = numbered("line", 100_000);
    List<TextLine> recorded =
        List.of(now.get(0), new TextLine("..."), now.get(50_000), new TextLine("..."));
    assertThat(Excerpt.of(LineDiff.of(recorded, now))).isEmpty();
  }

  @Test
  @Timeout(20)
  void hostile_ellipses_end_in_time() {
    List<TextLine> recorded = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      recorded.add(new TextLine(i % 100 == 0 ? "..." : "a"));
    }
    recorded.add(new TextLine("b"));
    recorded.add(new TextLine("..."));
    List<TextLine> now = IntStream.range(0, 100_000).mapToObj(i -> new TextLine("a")).toList();
    assertThat(Excerpt.of(LineDiff.of(recorded, now))).isNotEmpty();
  }

  @Test
  @Timeout(20)
  void long_lines_that_begin_alike_are_compared_in_time() {
    String wide = "x".repeat(3_000);
    assertThat(Excerpt.of(LineDiff.of(numbered(wide + "a", 490), numbered(wide + "b", 490))))
        .isNotEmpty();
  }

  @Test
  void between_changes_it_is_said_how_many_lines_agree() {
    List<TextLine> recorded = new ArrayList<>(numbered("line", 14));
    recorded.set(3, new TextLine("a"));
    recorded.set(9, new TextLine("b"));
    assertThat(Excerpt.of(LineDiff.of(recorded, numbered("line", 14))))
        .extracting(DiffLine::toString)
        .containsExactly(
            "  line 1",
            "  line 2",
            "- a",
            "+ line 3",
            "  line 4",
            "  line 5",
            "  line 6",
            "  line 7",
            "  line 8",
            "- b",
            "+ line 9",
            "  line 10",
            "  line 11");
    recorded.set(9, new TextLine("line 9"));
    recorded.set(10, new TextLine("b"));
    assertThat(Excerpt.of(LineDiff.of(recorded, numbered("line", 14))))
        .extracting(DiffLine::toString)
        .containsSubsequence("  line 5", "@ 2 lines that agree", "  line 8");
  }

  @Test
  void an_excerpt_keeps_its_bounds() {
    String wide = "x".repeat(Excerpt.MOST_CHARACTERS);
    assertThat(Excerpt.of(LineDiff.of(words(wide), words(wide + "y"))))
        .extracting(DiffLine::text)
        .containsExactly(wide, wide + "…");
    assertThat(Excerpt.of(LineDiff.of(numbered("a", Excerpt.MOST_IN_A_ROW), List.of())))
        .hasSize(Excerpt.MOST_IN_A_ROW)
        .allMatch(line -> line.kind() == Kind.RECORDED);
    assertThat(Excerpt.of(LineDiff.of(numbered("a", Excerpt.MOST_IN_A_ROW + 1), List.of())))
        .hasSize(Excerpt.MOST_IN_A_ROW)
        .last()
        .isEqualTo(new DiffLine(Kind.NOTE, "2 lines more recorded"));
    List<DiffLine> many =
        IntStream.range(0, 100).mapToObj(i -> new DiffLine(Kind.NOW, "x")).toList();
    assertThat(Excerpt.bounded(many.subList(0, 40))).isEqualTo(many.subList(0, 40));
    assertThat(Excerpt.bounded(many))
        .hasSize(Excerpt.MOST_LINES)
        .last()
        .isEqualTo(new DiffLine(Kind.NOTE, "61 lines more of this difference"));
  }

  private static List<TextLine> words(String text) {
    return Arrays.stream(text.split(" ", -1)).map(TextLine::new).toList();
  }

  private static List<TextLine> numbered(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> new TextLine(word + " " + i)).toList();
  }

  private static List<TextLine> randomLines(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> new TextLine(String.valueOf((char) ('a' + random.nextInt(4)))))
        .toList();
  }

  private static List<String> texts(List<TextLine> lines) {
    return lines.stream().map(TextLine::text).toList();
  }

  private static List<String> without(Kind kind, List<DiffLine> diff) {
    return diff.stream().filter(line -> line.kind() != kind).map(DiffLine::text).toList();
  }
}
