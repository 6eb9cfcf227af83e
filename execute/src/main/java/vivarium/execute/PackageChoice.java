package vivarium.execute;

import java.util.List;
import vivarium.engine.python.PythonPackages;
import vivarium.model.document.Document;

/** Which packages the cells of a document may import. Asked from several threads at once. */
@FunctionalInterface
public interface PackageChoice {
  /** None but what Python itself brings. */
  PackageChoice NONE = document -> PythonPackages.NONE;

  /** The packages for a document. */
  PythonPackages of(Document document);

  /** The modules of wanted packages that the cells for readers import, sorted. */
  default List<String> imports(Document document) {
    return List.of();
  }
}
