package vivarium.site.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DestinationTest {
  @Test
  void a_path_begins_at_the_document() {
    assertThat(Destination.of("../img/a%20b.png?x#y").from("week/1.md")).contains("img/a b.png");
    assertThat(Destination.of("../img/a%20b.png?x#y").query()).isEqualTo("?x");
    assertThat(Destination.of("../img/a%20b.png?x#y").fragment()).isEqualTo("y");
  }

  @Test
  void a_path_with_a_slash_begins_at_the_root() {
    assertThat(Destination.of("/img/a.png").from("week/1.md")).contains("img/a.png");
  }

  @Test
  void a_path_out_of_the_folder_is_empty() {
    assertThat(Destination.of("../../x").from("week/1.md")).isEmpty();
    assertThat(Destination.of("%2e%2e/%2e%2e/x").from("week/1.md")).isEmpty();
    assertThat(Destination.of("/../x").from("week/1.md")).isEmpty();
  }

  @Test
  void what_is_not_encoded_utf_8_stands_for_itself() {
    assertThat(Destination.of("100%.png").path()).isEqualTo("100%.png");
    assertThat(Destination.of("%ff.png").path()).isEqualTo("%ff.png");
  }

  @Test
  void a_scheme_or_a_host_leads_out_of_the_site() {
    assertThat(Destination.of("HTTPS://example.org/x").isRemote()).isTrue();
    assertThat(Destination.of("//example.org/x").isRemote()).isTrue();
    assertThat(Destination.of("mailto:ada@example.org").isExternal()).isTrue();
    assertThat(Destination.of("data:image/png;base64,AA").isRemote()).isFalse();
    assertThat(Destination.of("a/b:c.md").isExternal()).isFalse();
  }
}
