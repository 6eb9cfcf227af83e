package vivarium.packages.engine;

import java.util.Map;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
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

  public PyodideBuild {
    if (python.release().size() < 3) {
      throw new IllegalArgumentException("not a full version of Python: " + python);
    }
    if (!abi.matches("[0-9]{4}_[0-9]{1,4}") || !machine.matches("[a-z0-9]{1,20}")) {
      throw new IllegalArgumentException("no such platform: " + abi + " " + machine);
    }
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
