package vivarium.site.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FifteenBitsTest {
  @Test
  void bytes_of_any_number_come_back() {
    Random random = new Random(1);
    for (int size = 0; size < 64; size++) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      String text = FifteenBits.of(bytes);
      assertThat(text).hasSize((int) FifteenBits.characters(size));
      assertThat(decoded(text, size)).isEqualTo(bytes);
    }
  }

  @Test
  void no_character_is_one_that_a_parser_might_change() {
    byte[] bytes = new byte[1 << 16];
    new Random(2).nextBytes(bytes);
    assertThat(FifteenBits.of(bytes).chars()).allMatch(each -> each >= 0x3400 && each < 0xd800);
  }

  /** As decoding.js does it. */
  private static byte[] decoded(String text, int size) {
    byte[] bytes = new byte[size];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      held = (held << 15) | (text.charAt(i) - 0x3400);
      bits += 15;
      while (bits >= 8 && at < size) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
      held &= (1 << bits) - 1;
    }
    return bytes;
  }
}
