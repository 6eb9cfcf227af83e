package vivarium.site.write;

import vivarium.model.json.JsonException;

/** Guards against a list on the disk that names files outside its folder. */
final class Inside {
  private Inside() {}

  /**
   * Checks a path that was read from a disk.
   *
   * @throws JsonException when it could lead out of the folder it is resolved against
   */
  static void check(String path) {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new JsonException("\"" + path + "\" is not a path inside the folder");
      }
    }
    if (path.indexOf('\\') >= 0 || path.indexOf(':') == 1 || path.indexOf('\0') >= 0) {
      throw new JsonException("\"" + path + "\" is not a path inside the folder");
    }
  }
}
