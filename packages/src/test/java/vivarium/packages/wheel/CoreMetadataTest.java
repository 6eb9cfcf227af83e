package vivarium.packages.wheel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.version.VersionSpecifiers;

class CoreMetadataTest {
  @Test
  void the_fields_are_read_and_the_body_is_not() {
    CoreMetadata metadata =
        CoreMetadata.parse(
            """
            Metadata-Version: 2.1
            NAME: Example.Package
            Version:  1.0rc1
            Summary: one line
                    |Name: not this
            Requires-Python: >=3.8,
              <4
            Requires-Dist: numpy (>=2)
            Requires-Dist: pytest; extra == 'test'
            Provides-Extra: Test
            Unknown-Field: x

            Name: of the body
            Requires-Dist: nothing
            """);
    assertThat(metadata.name().written()).isEqualTo("Example.Package");
    assertThat(metadata.version()).hasToString("1.0rc1");
    assertThat(metadata.requiresPython()).isEqualTo(VersionSpecifiers.parse(">=3.8,<4"));
    assertThat(metadata.requirements())
        .containsExactly(
            Requirement.parse("numpy>=2"), Requirement.parse("pytest; extra == \"test\""));
    assertThat(metadata.extras()).extracting(Object::toString).containsExactly("test");
  }

  @Test
  void what_is_missing_or_wrong_is_named() {
    assertThatThrownBy(() -> CoreMetadata.parse("Version: 1\n"))
        .hasMessageContaining("The field Name is missing.");
    assertThatThrownBy(() -> CoreMetadata.parse("Name: a\r\n\r\nVersion: 1\r\n"))
        .hasMessageContaining("The field Version is missing.");
    assertThatThrownBy(() -> CoreMetadata.parse("Name: a\nVersion: 1\nRequires-Python: >=3.*\n"))
        .hasMessage("\">=3.*\": Requires-Python: .* can only be used with == and !=; write >=3.");
  }

  @Test
  @Timeout(10)
  void endless_metadata_is_read_at_once() {
    String head = "Name: a\nVersion: 1\n";
    assertThat(CoreMetadata.parse(head + "X: y\n z\n".repeat(300_000)).requirements()).isEmpty();
    assertThat(CoreMetadata.parse(head + "X:" + "\n y".repeat(300_000)).requirements()).isEmpty();
  }
}
