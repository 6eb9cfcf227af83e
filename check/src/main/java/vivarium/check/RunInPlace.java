package vivarium.check;

import java.util.regex.Pattern;

/** The command that records outputs anew, to be copied into a shell. */
final class RunInPlace {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./][\\p{L}\\p{N}_./:+,=@-]*");

  /** What no shell takes for anything but itself between quotation marks. */
  private static final Pattern QUOTABLE =
      Pattern.compile("[\\p{L}\\p{N}_./][\\p{L}\\p{N}_./:+,=@ ()\\[\\]{}&';#~-]*");

  private RunInPlace() {}

  /** {@code vivarium run course/a.md --inplace}; a name that a shell might obey is left out. */
  static String command(String path) {
    String file =
        PLAIN.matcher(path).matches()
            ? path
            : QUOTABLE.matcher(path).matches() ? "\"" + path + "\"" : "FILE";
    return "vivarium run " + file + " --inplace";
  }
}
