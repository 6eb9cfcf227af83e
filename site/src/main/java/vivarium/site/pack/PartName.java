package vivarium.site.pack;

/** What people call the files of a packed page. */
final class PartName {
  private PartName() {}

  static String of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("python.wasm.br")) {
      return "Python";
    }
    if (name.endsWith(".image.br")) {
      return "Memory image";
    }
    if (name.startsWith("library-")) {
      return "Standard library";
    }
    return name.endsWith(".whl") ? name.replaceFirst("^([^-]+-[^-]+)-.*", "$1") : name;
  }
}
