package vivarium.execute.compare;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the same sign in the place of what differs from run to run, or from one Python to the next.
 *
 * <p>Quantifiers are possessive: a line is read a fixed number of times, whatever is in it.
 */
final class Masks {
  private record Mask(Pattern what, String sign) {
    static Mask of(String regex, String sign) {
      return new Mask(Pattern.compile(regex), sign);
    }
  }

  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
  private static final String TIME = "\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d++)?+";
  private static final String NUMBER = "(?<![\\w.])\\d++(?:\\.\\d++)?+(?:e[-+]?\\d++)?+";

  private static final List<Mask> ALL =
      List.of(
          // Durations: %%timeit, %time, and what programs say of themselves.
          Mask.of("^[^±]{1,40}± [\\d.]++ ?\\S++ per loop\\b.*+$", "<timing>"),
          Mask.of("^\\d++ loops?, best of \\d++: .*+$", "<timing>"),
          Mask.of("^(?:CPU times|Wall time|Compiler time):? .*+$", "<timing>"),
          Mask.of(NUMBER + " ?(?:seconds?|secs?)\\b", "<timing>"),
          Mask.of("(?<![\\w.])\\d++\\.\\d++(?:e[-+]?\\d++)?+ ?[nµμum]?s\\b", "<timing>"),
          Mask.of("(?<![\\w.])\\d++ ?(?:[nµμum]s)\\b", "<timing>"),
          // Dates and times.
          Mask.of(
              "(?<!\\d)"
                  + DAY
                  + "(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d++)?+)?+)?+"
                  + "(?:Z|[+-]\\d\\d:?+\\d\\d)?+(?!\\d)",
              "<date>"),
          Mask.of("\\bdatetime\\.datetime\\([\\d, ]++", "datetime.datetime(<date>"),
          Mask.of(
              "\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \\d]\\d " + TIME + " \\d{4}\\b",
              "<date>"),
          Mask.of("(?<![\\d:])" + TIME + "(?![\\d:])", "<time>"),
          // Names that are made up.
          Mask.of(
              "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "<uuid>"),
          Mask.of("\\bat 0x[0-9a-fA-F]++", "at <address>"),
          Mask.of("\\b0x[0-9a-fA-F]{6,}+\\b", "<address>"),
          // Places in code, under the names that tools give to cells.
          Mask.of(
              "(?:File )?+\"?+(?:<(?:stdin|ipython-input-[^<>]*+|python-input-[^<>]*+|cell [^<>]*+)>"
                  + "|/tmp/ipykernel_\\d++/\\d++\\.py)\"?+(?:, line \\d++|:\\d++)?+",
              "<cell>"),
          Mask.of("\\bCell \"[^\"]*+\", line \\d++", "<cell>"),
          Mask.of("\\b(?:Cell |Input )In ?\\[\\d++\\](?:, line \\d++)?+", "<cell>"),
          Mask.of("(?:/private)?+(?:/tmp/|/var/tmp/|/var/folders/)[^\\s'\",:;)]++", "<temporary>"),
          Mask.of(
              "\\b[A-Z]:\\\\{1,2}Users\\\\[^'\"]{1,200}?\\\\Temp\\\\[^\\s'\",:;)]++",
              "<temporary>"),
          // Python and what it runs on.
          Mask.of("\\b3\\.\\d++\\.\\d++\\S*+ (?:\\||\\().*+", "<python>"),
          Mask.of("^\\[(?:GCC|Clang|MSC)\\b.*+", "<compiler>"),
          Mask.of(
              "\\b(?i:python)[ /-]?3\\.\\d++(?:\\.\\d++)?+(?:(?:a|b|rc)\\d++|\\+)?+", "<python>"),
          Mask.of("\\bsys\\.version_info\\([^)]*+\\)", "<python>"),
          Mask.of("\\[Errno \\d++\\]", "[Errno <number>]"));

  private Masks() {}

  /** The line with a sign for each part that may differ. */
  static String applied(String line) {
    String masked = line;
    for (Mask mask : ALL) {
      masked = mask.what().matcher(masked).replaceAll(mask.sign());
    }
    return masked;
  }
}
