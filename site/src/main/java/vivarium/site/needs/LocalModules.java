package vivarium.site.needs;

import vivarium.site.source.SourceFolder;

/** The modules that lie beside a document, or in the folder that is built. */
final class LocalModules {
  private final SourceFolder folder;
  private final String path;

  /**
   * @param path the document
   */
  LocalModules(SourceFolder folder, String path) {
    this.folder = folder;
    this.path = path;
  }

  boolean has(String module) {
    String own = path.substring(0, path.lastIndexOf('/') + 1);
    return isModule(own + module) || isModule(module);
  }

  private boolean isModule(String module) {
    return folder.look(module + ".py") == SourceFolder.Kind.FILE
        || folder.look(module) == SourceFolder.Kind.FOLDER;
  }
}
