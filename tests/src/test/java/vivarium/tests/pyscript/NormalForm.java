package vivarium.tests.pyscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts without what may differ: addresses, and all of a traceback but the author's own lines. */
final class NormalForm {
  private static final String TRACEBACK = "Traceback (most recent call last):";
  private static final Pattern FRAME =
      Pattern.compile("\\s*File \"([^\"]*)\", line (\\d+)(?:, in (.*))?");
  private static final Pattern ERROR =
      Pattern.compile("\\s*((?:\\w+\\.)*\\w+): (.*)|((?:\\w+\\.)*\\w*(?:Error|Exception|Exit))");

  /** The codes of PyScript's errors; how they are worded is left to each. */
  private static final Pattern CODE =
      Pattern.compile("(?:\\w+: )?(\\(PY\\d{4}\\)).*", Pattern.DOTALL);

  /** Whose lines are none of an author's business. */
  private static final Pattern MACHINERY =
      Pattern.compile("/lib/.*|.*/_pyodide/.*|.*pyscript/.*|.*polyscript.*|asyncio/.*|.*\\.zip/.*");

  private final String origin;

  /**
   * @param origin the address of the host, which does not count
   */
  NormalForm(String origin) {
    this.origin = origin;
  }

  /** A text, on one line. */
  String of(String text) {
    String here = text.replace(origin, "{host}").replaceAll("blob:\\S*?[0-9a-f-]{36}", "blob:…");
    Matcher code = CODE.matcher(here);
    if (code.lookingAt()) {
      return code.group(1);
    }
    int start = here.indexOf(TRACEBACK);
    boolean isTraceback = start >= 0 || FRAME.matcher(here).lookingAt();
    return (isTraceback ? traceback(here.substring(Math.max(start, 0))) : here)
        .strip()
        .replace("\n", "\\n");
  }

  /** The author's frames, and the kind and message of the error. */
  private static String traceback(String text) {
    List<String> parts = new ArrayList<>();
    Optional<String> error = Optional.empty();
    for (String line : text.lines().toList()) {
      Matcher frame = FRAME.matcher(line);
      Matcher end = ERROR.matcher(line);
      if (line.startsWith(TRACEBACK)) {
        continue;
      }
      if (frame.lookingAt()) {
        error = Optional.empty();
        if (!MACHINERY.matcher(frame.group(1)).matches()) {
          String place = frame.group(3) == null ? "?" : frame.group(3);
          parts.add("line " + frame.group(2) + " in " + place.strip());
        }
      } else if (error.isEmpty() && !line.startsWith("    ") && end.matches()) {
        error = Optional.of(line.strip());
      }
    }
    error.ifPresent(parts::add);
    return "traceback: " + String.join("; ", parts);
  }
}
