package vivarium.engine.python;

import java.nio.file.Path;
import java.util.List;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * A package of Python's that cells may import.
 *
 * @param name of the distribution, in its normal form
 * @param wheel the file that has it; its name tells what is in it
 * @param sha256 of the file, 64 hexadecimal digits: Python takes no other
 * @param modules what a program imports to use it
 * @param needs the names of the packages that it needs
 */
public record PythonPackage(
    String name,
    String version,
    Path wheel,
    String sha256,
    List<String> modules,
    List<String> needs) {
  public PythonPackage {
    modules = List.copyOf(modules);
    needs = List.copyOf(needs);
  }

  /** The name of the wheel. */
  public String fileName() {
    return String.valueOf(wheel.getFileName());
  }

  /**
   * What Python is told of the package.
   *
   * @param url where it finds the wheel
   * @param isWanted whether it is to be there from the start
   */
  JsonObject json(String url, boolean isWanted) {
    return JsonObject.empty()
        .with("name", name)
        .with("version", version)
        .with("url", url)
        .with("sha256", sha256)
        .with("modules", texts(modules))
        .with("needs", texts(needs))
        .with("wanted", isWanted);
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json.Str::new).toList());
  }
}
