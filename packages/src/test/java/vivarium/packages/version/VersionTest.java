package vivarium.packages.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.packages.syntax.SyntaxException;

class VersionTest {
  /** The orders that the specification gives as examples, in one. */
  private static final List<String> ORDER =
      List.of(
          "0.9",
          "0.9.1",
          "0.9.10",
          "0.9.11",
          "1.dev0",
          "1.0.dev456",
          "1.0a1",
          "1.0a2.dev456",
          "1.0a12.dev456",
          "1.0a12",
          "1.0b1.dev456",
          "1.0b2",
          "1.0b2.post345.dev456",
          "1.0b2.post345",
          "1.0rc1.dev456",
          "1.0rc1",
          "1.0",
          "1.0+abc.5",
          "1.0+abc.7",
          "1.0+5",
          "1.0.post456.dev34",
          "1.0.post456",
          "1.0.15",
          "1.1.dev1",
          "2013.10",
          "2014.4",
          "1!1.0",
          "1!1.1",
          "1!2.0");

  @Test
  void versions_are_ordered_as_in_the_specification() {
    List<Version> ordered = ORDER.stream().map(Version::parse).toList();
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .as(ordered.get(i) + " and " + ordered.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
    List<Version> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(shuffled.stream().sorted().toList()).isEqualTo(ordered);
  }

  @ParameterizedTest
  @CsvSource({
    "1.1RC1, 1.1rc1",
    "00, 0",
    "09000, 9000",
    "1.0+foo0100, 1.0+foo0100",
    "1.0+0100, 1.0+100",
    "1.1.a1, 1.1a1",
    "1.1-a1, 1.1a1",
    "1.1_a_1, 1.1a1",
    "1.1a.1, 1.1a1",
    "1.1alpha1, 1.1a1",
    "1.1beta2, 1.1b2",
    "1.1c3, 1.1rc3",
    "1.1pre4, 1.1rc4",
    "1.1preview5, 1.1rc5",
    "1.2a, 1.2a0",
    "1.2-post2, 1.2.post2",
    "1.2post2, 1.2.post2",
    "1.2.post-2, 1.2.post2",
    "1.0-r4, 1.0.post4",
    "1.0.rev4, 1.0.post4",
    "1.2.post, 1.2.post0",
    "1.0-1, 1.0.post1",
    "1.2-dev2, 1.2.dev2",
    "1.2dev2, 1.2.dev2",
    "1.2.dev, 1.2.dev0",
    "1.0+ubuntu-1, 1.0+ubuntu.1",
    "1.0+ubuntu_1, 1.0+ubuntu.1",
    "1.0+UBUNTU.1, 1.0+ubuntu.1",
    "v1.0, 1.0",
    "V1!2.0, 1!2.0",
    "' 1.0\n', 1.0",
    "0!1.0, 1.0",
    "1.0a.dev, 1.0a0.dev0",
    "1.0a-1, 1.0a1",
    "1.0a--1, 1.0a0.post1",
    "1.0.0, 1.0.0",
    "1.0.20240101123456789012, 1.0.20240101123456789012",
  })
  void every_spelling_has_one_normal_form(String written, String normal) {
    Version version = Version.parse(written);
    assertThat(version).hasToString(normal);
    assertThat(Version.parse(version.toString())).isEqualTo(version).hasToString(normal);
  }

  @Test
  void zeros_at_the_end_make_no_difference() {
    assertThat(Version.parse("1.0.0"))
        .isEqualTo(Version.parse("1"))
        .hasSameHashCodeAs(Version.parse("1"))
        .isNotEqualTo(Version.parse("1.0.1"));
    assertThat(Version.parse("1.0-rc.1")).hasSameHashCodeAs(Version.parse("1.0.0c1"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, false, false",
    "1.0a1, true, false",
    "1.0.dev1, true, false",
    "1.0.post1, false, true",
    "1.0.post1.dev2, true, true",
    "1.0+local, false, false"
  })
  void a_version_knows_whether_it_comes_before_or_after_a_release(
      String text, boolean isPrerelease, boolean isPostrelease) {
    assertThat(Version.parse(text).isPrerelease()).isEqualTo(isPrerelease);
    assertThat(Version.parse(text).isPostrelease()).isEqualTo(isPostrelease);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v",
        "french toast",
        "1.",
        "1..0",
        ".1",
        "1.0+",
        "1.0+a+b",
        "1.0+_foobar",
        "1.0+foo&asd",
        "1.0+1+1",
        "1.0x",
        "1.0-",
        "1!",
        "1!!1",
        "1.0 1",
        "1.0a1a1",
        "1.0dev1a1",
        "1.0.*",
        "-1",
        "１.0",
        "1.0ａ1",
        "1.0+ä"
      })
  void what_is_no_version_is_refused(String text) {
    assertThatThrownBy(() -> Version.parse(text)).isInstanceOf(SyntaxException.class);
    assertThat(Version.tryParse(text)).isEmpty();
  }

  @Test
  void an_error_names_the_text_and_the_place() {
    assertThatThrownBy(() -> Version.parse("1.0-french"))
        .hasMessage(
            "\"1.0-french\", character 4: "
                + "This is no part of a version such as 1.4.2, 2.0rc1 or 1.0.post1.");
    assertThatThrownBy(() -> Version.parse("v"))
        .hasMessage("\"v\", at its end: A version begins with a number.");
  }

  @Test
  @Timeout(5)
  void a_very_long_version_is_refused_and_one_at_the_limit_is_read() {
    String longest = "1." + "2".repeat(Version.MAX_LENGTH - 2);
    assertThat(Version.parse(longest)).hasToString(longest);
    assertThatThrownBy(() -> Version.parse(longest + "2"))
        .hasMessageContaining("at most 1000 characters");
    assertThatThrownBy(() -> Version.parse("1.".repeat(5_000_000)))
        .hasMessageContaining("at most 1000 characters");
  }
}
