package vivarium.execute.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<__main__.A object at 0x7f3c8c0b5d60>       | <__main__.A object at 0x1a2b3c>",
        "address 0x7f3c8c0b5d60                       | address 0x1a2b3c4d",
        "1.23 ms ± 45 µs per loop (mean ± std. dev. of 7 runs, 1,000 loops each)"
            + " | 987 ns ± 1.2 ns per loop (mean ± std. dev. of 5 runs, 10 loops each)",
        "10000 loops, best of 3: 23.4 µs per loop     | 100 loops, best of 5: 1.2 ms per loop",
        "CPU times: user 2 µs, sys: 1 µs, total: 3 µs | CPU times: user 20 ms, sys: 0 ns",
        "Wall time: 5.01 µs                           | Wall time: 1min 3s",
        "took 0.0012 seconds                          | took 2 seconds",
        "done in 0.123s                               | done in 1.5 s",
        "it took 12 ms                                | it took 3.4e-05 ms",
        "today is 2024-03-01                          | today is 2026-01-01",
        "2024-03-01 10:11:12.345678                   | 2026-01-01 12:00:00.000001",
        "2024-03-01T10:11:12Z                         | 2026-01-01T12:00:00+00:00",
        "datetime.datetime(2024, 3, 1, 10, 0)         | datetime.datetime(2026, 1, 1, 12, 0, 0, 1)",
        "Fri Mar  1 10:11:12 2024                     | Thu Jan 01 12:00:00 2026",
        "[10:11:12] start                             | [12:00:00] start",
        "id 123e4567-e89b-12d3-a456-426614174000      | id 00000000-0000-4000-8000-000000000000",
        "'/tmp/tmpab12'                               | '/tmp/tmpxy98'",
        "/var/folders/zz/T/x.txt                      | /tmp/x.txt",
        "C:\\Users\\ada\\AppData\\Local\\Temp\\tmp1   | /tmp/tmp2",
        "<ipython-input-3-6bb841ea1423> in f()        | <cell plot v1> in f()",
        "<ipython-input-3-6bb8>:1: DeprecationWarning | Cell \"a b\", line 7: DeprecationWarning",
        "/tmp/ipykernel_12/34.py:5: UserWarning: x    | <cell plot v2>:1: UserWarning: x",
        "  File \"<stdin>\", line 1, in <module>       |   File \"<cell a v1>\", line 4, in <module>",
        "Cell In[3], line 2                           | Cell \"x\", line 1",
        "3.11.4 (main, Jun  7 2023, 10:13:09) [GCC]   | 3.14.2 (tags/v3.14.2:abc, Dec 5 2025)",
        "[GCC 11.3.0]                                 | [Clang 20.0.0 (https://example.org)]",
        "Python 3.8                                   | Python 3.14.2",
        "/usr/lib/python3.11/os.py                    | /usr/lib/python3.14/os.py",
        "sys.version_info(major=3, minor=8)           | sys.version_info(major=3, minor=14, micro=2)",
        "[Errno 2] No such file                       | [Errno 44] No such file"
      })
  void what_differs_from_run_to_run_is_the_same(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0xff                  | 0xfe",
        "5 apples              | 6 apples",
        "x = 3                 | x = 4",
        "12 s                  | 13 s",
        "class A               | class B",
        "Cell division         | Cell membrane",
        "2024-3-1              | 2024-3-2",
        "1:30                  | 1:40",
        "3.11                  | 3.14",
        "/home/a               | /home/b",
        "User time             | Wall clock",
        "{'a', 'b'}            | {'b', 'a'}"
      })
  void what_an_author_means_differs(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.30000000000000004            | 0.3",
        "[1.0000000000001, 2.5]         | [1.0, 2.5000000000001]",
        "x = -1.5e-300 y                | x = -1.5000000000001e-300 y",
        "1e100                          | 1.0000000000000001e100",
        "0.0                            | -0.0",
        "(1.5,2.)                       | (1.5000000000000002,2.0)"
      })
  void fractions_may_differ_by_less_than_a_billionth(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.000001          | 1.0",
        "1.0               | 1",
        "12345678901       | 12345678902",
        "1.0 a             | 1.0 b",
        "1.0 2.0           | 1.0",
        "v1.0.0            | v1.0.1",
        "1e999             | 2e998",
        "0.0               | 1e-300"
      })
  void other_numbers_have_to_be_the_same(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a ... z     | a b c z",
        "a...z       | az",
        "... end     | the end",
        "start ...   | start of it",
        "a ... b ... c | a 1 b 2 c",
        "[0 1 ... 9] | [0 1 ... 9]",
        "a...        | a"
      })
  void an_ellipsis_stands_for_any_text(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a ... z | a b",
        "ab...ba | aba",
        "... end | the end.",
        "a...b...c | a c b",
        "x...y | axy"
      })
  void an_ellipsis_stands_for_nothing_else(String recorded, String now) {
    assertThat(new TextLine(recorded).allows(new TextLine(now))).isFalse();
  }

  @Test
  void an_ellipsis_in_what_is_written_now_is_only_text() {
    assertThat(new TextLine("a b c").allows(new TextLine("a ... c"))).isFalse();
  }

  @Test
  void lines_beyond_what_people_write_are_compared_as_they_are() {
    String filler = "x".repeat(TextLine.LONGEST_NORMALISED - 14);
    assertThat(
            new TextLine(filler + " at 0x7f3c8c0b").allows(new TextLine(filler + " at 0x12345678")))
        .isTrue();
    assertThat(
            new TextLine(filler + "x at 0x7f3c8c0b")
                .allows(new TextLine(filler + "x at 0x12345678")))
        .isFalse();
    String wide = "y".repeat(TextLine.LONGEST_WITH_ELLIPSIS - 3);
    assertThat(new TextLine(wide + "...").allows(new TextLine(wide + "z"))).isTrue();
    assertThat(new TextLine(wide + "y...").allows(new TextLine(wide + "yz"))).isFalse();
  }

  @ParameterizedTest
  @Timeout(20)
  @ValueSource(
      strings = {
        "1",
        "1.",
        "12:",
        "0x1",
        "Cell \"",
        "<cell ",
        "/tmp/",
        "C:\\Users\\",
        "2024-01-01",
        "python3.1",
        "...",
        "1e",
        "File \"",
        " ",
        "Cell In[1",
        "3.1.1 ",
        "datetime.datetime(",
        "deadbeef-",
        "per loop "
      })
  void hostile_lines_are_compared_in_time(String piece) {
    String line = piece.repeat(TextLine.LONGEST_NORMALISED / piece.length());
    for (int i = 0; i < 20; i++) {
      assertThat(new TextLine(line + "a").allows(new TextLine(line.substring(1) + "b"))).isFalse();
    }
  }
}
