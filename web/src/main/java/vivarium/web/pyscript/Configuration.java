package vivarium.web.pyscript;

import org.teavm.jso.JSExport;
import vivarium.model.json.Json;
import vivarium.model.pyscript.ConfigurationCheck;
import vivarium.model.pyscript.ConfigurationProblem;

/**
 * Looks through the configuration of a PyScript page; a script of its own, loaded when there is
 * one.
 */
public final class Configuration {
  private Configuration() {}

  /** What the compiler starts from; the work begins with {@link #problems}. */
  public static void main(String[] args) {}

  /**
   * The mistakes in a configuration.
   *
   * @param json the configuration, as {@code JSON.stringify} writes it
   * @return a list in JSON, with the members of {@link ConfigurationProblem}
   */
  @JSExport
  public static String problems(String json) {
    return Json.of(
            ConfigurationCheck.of(Json.parse(json)).stream()
                .map(ConfigurationProblem::json)
                .toList())
        .text();
  }
}
