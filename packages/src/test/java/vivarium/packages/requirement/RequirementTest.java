package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.VersionSpecifiers;

class RequirementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A | A",
        "A.B-C_D | A.B-C_D",
        "aa | aa",
        "name | name",
        "name<=1 | name<=1",
        "name>=3 | name>=3",
        "name>=3,<2 | name>=3,<2",
        "name@http://foo.com | name @ http://foo.com",
        "name [fred,bar] @ http://foo.com ; python_version=='2.7' |"
            + " name[bar,fred] @ http://foo.com ; python_version == \"2.7\"",
        "name[quux, strange];python_version<'2.7' and platform_version=='2' |"
            + " name[quux,strange]; python_version < \"2.7\" and platform_version == \"2\"",
        "name; os_name=='a' or os_name=='b' | name; os_name == \"a\" or os_name == \"b\"",
        "requests [security,tests] >= 2.8.1, == 2.8.* ; python_version < \"2.7\" |"
            + " requests[security,tests]>=2.8.1,==2.8.*; python_version < \"2.7\"",
        "pip @ https://github.com/pypa/pip/archive/1.3.1.zip#sha1=da9234ee9982d4bbb3c72346a6de940a148ea686 |"
            + " pip @ https://github.com/pypa/pip/archive/1.3.1.zip#sha1=da9234ee9982d4bbb3c72346a6de940a148ea686",
        "name (>=1.0) | name>=1.0",
        "name() | name",
        "name[] | name",
        "name[A_b,a.B] | name[a-b]",
        "name ~= 1.4 , | name~=1.4",
        "name===1.0.0-foo;extra=='x' | name===1.0.0-foo; extra == \"x\"",
      })
  void requirements_of_the_specification_are_read_and_written(String text, String normal) {
    Requirement requirement = Requirement.parse(text);
    assertThat(requirement).hasToString(normal);
    assertThat(Requirement.parse(normal)).isEqualTo(requirement);
  }

  @Test
  void a_requirement_has_its_parts() {
    Requirement requirement =
        Requirement.parse("Foo_Bar[Socks]>=2; python_version > '3.8' and extra == 'Te_st'");
    assertThat(requirement.name().written()).isEqualTo("Foo_Bar");
    assertThat(requirement.name().normalized()).isEqualTo("foo-bar");
    assertThat(requirement.extras()).containsExactly(ExtraName.of("socks"));
    assertThat(requirement.specifiers()).isEqualTo(VersionSpecifiers.parse(">=2"));
    assertThat(requirement.url()).isEmpty();
    assertThat(requirement.marker())
        .isEqualTo(Optional.of(Marker.parse("python_version > '3.8' and extra == 'Te_st'")));
  }

  @Test
  void two_spellings_of_a_name_are_one_name() {
    assertThat(new PackageName("Foo--Bar_.baz"))
        .isEqualTo(new PackageName("foo-bar-baz"))
        .hasSameHashCodeAs(new PackageName("FOO.bar.BAZ"))
        .isEqualByComparingTo(new PackageName("foo_bar_baz"))
        .hasToString("Foo--Bar_.baz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name[bar baz] | 9 | \",\" or \"]\" was expected here.",
        "name[bar,] | 9 | The name of an extra was expected here.",
        "name[bar, | 9 | The name of an extra was expected here.",
        "name[bar | 4 | This bracket is not closed.",
        "name(>=1 | 4 | This parenthesis is not closed.",
        "name(1) | 5 | A version such as >=1.0, \",\" or \")\" was expected here.",
        "name 1.0 | 5 | Behind the name, a version such as >=1.0 was expected, or \"[\", \"@\" or \";\".",
        "name[a] 1 | 8 | Behind the extras, a version such as >=1.0 was expected, or \"@\" or \";\".",
        "name>=1 2 | 8 | This is no part of the version; \",\" and another, or \";\" and a marker can follow.",
        "name=1 | 4 | Equality is written ==.",
        "name @ | 6 | A URL is missing behind \"@\".",
        "name @ http://x; os_name=='a' | 15 | Between a URL and the \";\" of its marker, a space is needed.",
        "name @ http://x y | 16 | Behind the URL, only \";\" and a marker can follow.",
        "name # a comment | 5 | A requirement has no comment here.",
        "name; os_nam == 'a' | 6 | There is no such variable; did you mean os_name?",
        "name; 'a' == 'b' | 6 | This compares two texts; one side has to be a variable.",
        "name; | 5 | A variable or a text in quotes was expected here.",
        "-name | 0 | The name of a package begins and ends with a letter or a digit.",
        "name_>1 | 0 | The name of a package begins and ends with a letter or a digit.",
        "'' | 0 | The name of a package was expected here.",
        "./name | 0 | The name of a package begins and ends with a letter or a digit.",
        "höhe | 1 | Behind the name, a version such as >=1.0 was expected, or \"[\", \"@\" or \";\".",
      })
  void what_is_no_requirement_is_refused_at_its_place(String text, int offset, String problem) {
    assertThatThrownBy(() -> Requirement.parse(text))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.offset()).isEqualTo(offset);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name\0", "na me", "name\\", "name@", "nam\u00e9", "a b c", "@x", ";", "[a]"})
  void nonsense_is_refused(String text) {
    assertThatThrownBy(() -> Requirement.parse(text)).isInstanceOf(SyntaxException.class);
  }

  @Test
  @Timeout(10)
  void a_hostile_requirement_is_refused_at_once() {
    assertThatThrownBy(() -> Requirement.parse("a".repeat(Requirement.MAX_LENGTH + 1)))
        .hasMessageContaining("at most 20000 characters");
    assertThatThrownBy(() -> Requirement.parse("a[" + "a,".repeat(9_000)))
        .isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> Requirement.parse("a" + " ".repeat(19_000) + "!"))
        .isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> new PackageName("a".repeat(NormalName.MAX_LENGTH + 1)))
        .hasMessageContaining("at most 200 characters");
    assertThat(new PackageName("a".repeat(NormalName.MAX_LENGTH)).normalized()).hasSize(200);
  }
}
