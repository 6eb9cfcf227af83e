package vivarium.tests.speed.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final long MILLISECOND = 1_000_000;
  private final AtomicLong now = new AtomicLong(5_000 * MILLISECOND);
  private final Bucket bucket = new Bucket(8_000_000, now::get);

  @Test
  void a_megabyte_takes_a_second_at_eight_megabits() {
    long start = now.get();
    long arrived = start;
    for (int i = 0; i < 1000; i++) {
      arrived = bucket.arrival(1000);
    }
    assertThat(arrived - start).isEqualTo(1000 * MILLISECOND);
  }

  @Test
  void two_who_take_turns_share_the_link() {
    long one = 0;
    long other = 0;
    for (int i = 0; i < 10; i++) {
      one = bucket.arrival(1000);
      other = bucket.arrival(1000);
    }
    assertThat(one - now.get()).isEqualTo(19 * MILLISECOND);
    assertThat(other - now.get()).isEqualTo(20 * MILLISECOND);
  }

  @Test
  void a_link_that_was_idle_is_not_faster_afterwards() {
    now.addAndGet(60_000 * MILLISECOND);
    for (int i = 0; i < 10; i++) {
      assertThat(bucket.arrival(1000)).isLessThanOrEqualTo(now.get());
    }
    assertThat(bucket.arrival(1000) - now.get()).isEqualTo(MILLISECOND);
  }
}
