package vivarium.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void a_reason_ends_with_one_full_stop() {
    assertThat(Messages.unavailable("It broke")).contains("started: It broke. Check");
    assertThat(Messages.unavailable("It broke.")).contains("started: It broke. Check");
  }
}
