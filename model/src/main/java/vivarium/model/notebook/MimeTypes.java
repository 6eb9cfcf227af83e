package vivarium.model.notebook;

/** What the format says of media types. */
final class MimeTypes {
  private MimeTypes() {}

  /** Whether values of this type are JSON themselves: of these a list is data, and no text. */
  static boolean isJson(String type) {
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  /** Whether values of this type are written line by line. */
  static boolean isText(String type) {
    return type.startsWith("text/")
        || type.equals("application/javascript")
        || type.equals("image/svg+xml");
  }
}
