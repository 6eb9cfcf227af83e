package vivarium.site;

import java.util.List;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;

/** What documents are taken for. */
public enum Reading {
  /** What they ask for. */
  AS_WRITTEN,
  /** Notebooks, whatever they ask for. */
  AS_NOTEBOOKS,
  /** Notebooks of somebody else, whatever they ask for and say of themselves. */
  AS_NOTEBOOKS_OF_OTHERS;

  boolean asNotebooks() {
    return this != AS_WRITTEN;
  }

  FrontMatter of(FrontMatter written) {
    return switch (this) {
      case AS_WRITTEN -> written;
      case AS_NOTEBOOKS -> written.with(List.of(Format.NOTEBOOK));
      case AS_NOTEBOOKS_OF_OTHERS -> written.with(List.of(Format.NOTEBOOK)).ofOthers();
    };
  }
}
