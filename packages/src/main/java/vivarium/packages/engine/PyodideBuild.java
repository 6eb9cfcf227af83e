package vivarium.packages.engine;

import java.util.Map;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.packages.syntax.Cursor;
import vivarium.packages.version.Version;

/**
 * What decides which packages run on a build of Pyodide.
 *
 * @param python the version of Python, as {@code 3.14.2}
 * @param abi the version of the platform, as {@code 2026_0}; see <a
 *     href="https://peps.python.org/pep-0783/">PEP 783</a>
 * @param emscripten the version of Emscripten, as {@code 5.0.3}
 * @param machine the kind of WebAssembly, as {@code wasm32}
 */
public record PyodideBuild(Version python, String abi, Version emscripten, String machine) {
  private static final String PLATFORM = "emscripten_";

  /** The first year whose platform has the name that PEP 783 gave it. */
  private static final int FIRST_STANDARD_YEAR = 2026;

  /** Digits of a year. */
  private static final int YEAR = 4;

  private static final int MOST_MACHINE = 20;

  public PyodideBuild {
    if (python.release().size() < 3) {
      throw new IllegalArgumentException("not a full version of Python: " + python);
    }
    if (!isAbi(abi) || !isMachine(machine)) {
      throw new IllegalArgumentException("no such platform: " + abi + " " + machine);
    }
  }

  /** A year and a number: {@code 2026_0}. */
  private static boolean isAbi(String text) {
    Cursor cursor = new Cursor(text);
    boolean isYear = cursor.takeDigits().length() == YEAR && cursor.take('_');
    int digits = cursor.takeDigits().length();
    return isYear && digits > 0 && digits <= YEAR && cursor.atEnd();
  }

  private static boolean isMachine(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_MACHINE
        && text.chars().allMatch(c -> Cursor.isDigit((char) c) || (c >= 'a' && c <= 'z'));
  }

  /**
   * The build that a {@code pyodide-lock.json} belongs to.
   *
   * @param lock the whole file
   * @throws JsonException when its {@code info} does not say; its message names the member
   */
  public static PyodideBuild ofLock(Json lock) {
    Map<String, Json> info = JsonObject.of(lock).object("info");
    JsonObject members = JsonObject.of(new Json.Obj(info));
    String platform = members.string("platform");
    Version python = version(members.string("python"), "python");
    if (!platform.startsWith(PLATFORM)) {
      throw new JsonException("\"platform\" is not a version of Emscripten");
    }
    Version emscripten =
        version(platform.substring(PLATFORM.length()).replace('_', '.'), "platform");
    try {
      return new PyodideBuild(
          python, members.string("abi_version"), emscripten, members.string("arch"));
    } catch (IllegalArgumentException e) {
      throw new JsonException("\"info\" is about no build of Pyodide: " + e.getMessage());
    }
  }

  private static Version version(String text, String member) {
    return Version.tryParse(text)
        .orElseThrow(() -> new JsonException("\"" + member + "\" has no version"));
  }

  /** Python's version without the last number: {@code 3.14}. */
  public String pythonMajorMinor() {
    return python.releaseNumber(0) + "." + python.releaseNumber(1);
  }

  /** The minor number of Python's version: 14. */
  public int pythonMinor() {
    return python.releaseNumber(1).intValueExact();
  }

  /**
   * The platform as wheels for it are named: {@code pyemscripten_2026_0_wasm32}; {@code
   * pyodide_2024_0_wasm32} before PEP 783.
   */
  public String platformTag() {
    boolean isStandard = Integer.parseInt(abi.substring(0, 4)) >= FIRST_STANDARD_YEAR;
    return (isStandard ? "pyemscripten_" : "pyodide_") + abi + "_" + machine;
  }

  /** The platform as local builds are named: {@code emscripten_5_0_3_wasm32}. */
  public String genericPlatformTag() {
    return PLATFORM + emscripten.toString().replace('.', '_') + "_" + machine;
  }
}
