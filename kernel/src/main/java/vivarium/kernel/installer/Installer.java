package vivarium.kernel.installer;

import java.util.Optional;
import org.teavm.jso.JSExport;
import vivarium.model.json.Json;
import vivarium.packages.names.ImportNames;

/** What JavaScript and Python call. */
public final class Installer {
  private Installer() {}

  /** What the compiler starts from. */
  public static void main(String[] args) {}

  /**
   * Begins to choose.
   *
   * @param request see {@link Request}
   */
  @JSExport
  public static Choice choose(String request) {
    return new Choice(Request.read(Json.parse(request)));
  }

  /**
   * The distribution that is known for a module; empty where none is.
   *
   * @param list the well-known names, as in {@link ImportNames}
   */
  @JSExport
  public static String distribution(String list, String module) {
    ImportNames names = ImportNames.of(list);
    return Optional.of(module)
        .filter(names::isListed)
        .flatMap(names::distribution)
        .map(name -> name.normalized())
        .orElse("");
  }
}
