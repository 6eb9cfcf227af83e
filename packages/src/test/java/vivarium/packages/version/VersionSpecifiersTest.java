package vivarium.packages.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.packages.syntax.SyntaxException;

class VersionSpecifiersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // compatible release
        "~=2.2 | 2.2 | true",
        "~=2.2 | 2.9.1 | true",
        "~=2.2 | 2.1 | false",
        "~=2.2 | 3.0 | false",
        "~=1.4.5 | 1.4.9 | true",
        "~=1.4.5 | 1.5 | false",
        "~=1.4.5.0 | 1.4.5.3 | true",
        "~=1.4.5.0 | 1.4.6 | false",
        "~=2.2.post3 | 2.2 | false",
        "~=2.2.post3 | 2.2.post3 | true",
        "~=2.2.post3 | 2.3 | true",
        "~=1.4.5a4 | 1.4.5a5 | true",
        "~=1.4.5a4 | 1.4.4 | false",
        "~=1!2.2 | 2.3 | false",
        "~=1!2.2 | 1!2.3 | true",
        // matching
        "==1.1 | 1.1 | true",
        "==1.1 | 1.1.0 | true",
        "==1.1 | 1.1.dev1 | false",
        "==1.1 | 1.1a1 | false",
        "==1.1 | 1.1.post1 | false",
        "==1.1.post1 | 1.1.post1 | true",
        "==1.1.* | 1.1.post1 | true",
        "==1.1.* | 1.1a1 | true",
        "==1.1.* | 1.1 | true",
        "==1.1.* | 1 | false",
        "==1.1.0.* | 1.1 | true",
        "==1.1.* | 1.10 | false",
        "==1.1.* | 1!1.1 | false",
        "==1.1 | 1.1+local | true",
        "==1.1+local | 1.1+local | true",
        "==1.1+local | 1.1+LOCAL | true",
        "==1.1+local | 1.1 | false",
        "==1.1.* | 1.1+local | true",
        // exclusion
        "!=1.1 | 1.1.post1 | true",
        "!=1.1.post1 | 1.1.post1 | false",
        "!=1.1.* | 1.1.post1 | false",
        "!=1.1 | 1.1+local | false",
        "!=1.1+local | 1.1 | true",
        // inclusive order
        ">=1.1 | 1.1+local | true",
        "<=1.1 | 1.1+local | true",
        "<=1.1 | 1.1.post1 | false",
        ">=1.1 | 1.1rc1 | false",
        // exclusive order
        ">1.7 | 1.7.1 | true",
        ">1.7 | 1.7.0.post1 | false",
        ">1.7.post2 | 1.7.1 | true",
        ">1.7.post2 | 1.7.0.post3 | true",
        ">1.7.post2 | 1.7.0 | false",
        ">1.7 | 1.7+local | false",
        ">1.7 | 1.7.post1+local | false",
        ">1.7 | 1.8a1 | true",
        "<1.7 | 1.7rc1 | false",
        "<1.7 | 1.7.dev1 | false",
        "<1.7rc2 | 1.7rc1 | true",
        "<1.7 | 1.6.9 | true",
        "<1.7 | 1.6rc1 | true",
        // arbitrary
        "===1.0 | 1.0 | true",
        "===1.0 | 1.0.0 | false",
        "===1.0+Foo.1 | 1.0+foo.1 | true",
        "===foobar | 1.0 | false",
        // several
        "~=0.9, >=1.0, !=1.3.4.*, <2.0 | 0.9.5 | false",
        ">=1.0, !=1.3.4.*, <2.0 | 1.3.3 | true",
        ">=1.0, !=1.3.4.*, <2.0 | 1.3.4.1 | false",
        ">=1.0, !=1.3.4.*, <2.0 | 2.0 | false",
        " >= 1.0 , < 2 , | 1.5 | true",
        "'' | 0.0.1 | true",
      })
  void demands_are_met_as_the_specification_says(String demands, String version, boolean isMet) {
    assertThat(VersionSpecifiers.parse(demands).contains(Version.parse(version), true))
        .isEqualTo(isMet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=1.0 | 1.1a1 | false",
        ">=1.0a1 | 1.1a1 | true",
        ">=1.0,<2.dev0 | 1.1a1 | true",
        "==1.1a1 | 1.1a1 | true",
        "===1.1a1 | 1.1a1 | true",
        "~=1.1.dev3 | 1.1a1 | true",
        "!=1.0a1 | 1.1a1 | false",
        "==1.* | 1.1a1 | false",
        "'' | 1.1.dev1 | false",
        ">=1.0 | 1.1.post1 | true",
      })
  void prereleases_are_taken_only_where_a_demand_names_one(
      String demands, String version, boolean isMet) {
    assertThat(VersionSpecifiers.parse(demands).contains(Version.parse(version), false))
        .isEqualTo(isMet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.0 | \"1.0\": An operator was expected here: ==, !=, <=, >=, <, >, ~= or ===.",
        "=1.0 | \"=1.0\": Equality is written ==.",
        ">=1.* | \">=1.*\": .* can only be used with == and !=; write >=1.",
        "~=1 | \"~=1\": ~= needs a version with two numbers or more, such as ~=1.0.",
        ">=1+a | \">=1+a\": A version with a local part (\"+…\") can only be compared with == and !=.",
        "==1a1.* | \"==1a1.*\": .* can only follow the numbers of a release, as in ==1.4.*.",
        ">=1,, | \">=1,,\", character 5: This is no part of a version such as 1.4.2, 2.0rc1 or 1.0.post1.",
        ">= | \">=\", at its end: A version begins with a number.",
        "=== | \"===\", at its end: A version is missing behind ===.",
        ">=1 <2 | \">=1 <2\", character 5: This is no part of a version such as 1.4.2, 2.0rc1 or 1.0.post1.",
      })
  void what_is_no_demand_is_refused_with_a_reason(String text, String message) {
    assertThatThrownBy(() -> VersionSpecifiers.parse(text))
        .isInstanceOf(SyntaxException.class)
        .hasMessage(message);
  }

  @Test
  void demands_are_written_in_their_normal_form_and_order() {
    assertThat(VersionSpecifiers.parse(" >= 1.0.0 ,!=1.5.*, === Foo,<V2 "))
        .hasToString(">=1.0.0,!=1.5.*,===Foo,<2");
    assertThat(VersionSpecifiers.parse("").isAny()).isTrue();
  }

  @Test
  @Timeout(10)
  void endless_demands_are_refused() {
    String most = "!=1,".repeat(VersionSpecifiers.MAX_SPECIFIERS);
    assertThat(VersionSpecifiers.parse(most).all()).hasSize(VersionSpecifiers.MAX_SPECIFIERS);
    assertThatThrownBy(() -> VersionSpecifiers.parse(most + "!=1"))
        .hasMessageContaining("at most 1000 demands");
    assertThatThrownBy(() -> VersionSpecifiers.parse("==" + "1".repeat(2_000)))
        .hasMessageContaining("at most 1000 characters");
  }
}
