package vivarium.parse.yaml;

import java.util.Optional;
import vivarium.model.diagnostic.Location;

/** What came of reading YAML. */
public sealed interface YamlResult {
  /**
   * It is YAML.
   *
   * @param value empty when there is nothing but comments
   */
  record Read(Optional<Yaml> value) implements YamlResult {}

  /**
   * It is not.
   *
   * @param message what is wrong, a sentence with a full stop
   */
  record Fault(Location where, String message) implements YamlResult {}
}
