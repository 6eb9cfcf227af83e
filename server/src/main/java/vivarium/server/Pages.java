package vivarium.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import vivarium.model.diagnostic.Diagnostic;

/** The pages that the server itself writes. Each reloads when a new build is in. */
final class Pages {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
      body { max-width: 46rem; margin: 3rem auto; padding: 0 1rem }
      h1 { font-size: 1.5rem }
      li { margin: .75rem 0 }
      code, .where { font-family: ui-monospace, monospace; font-size: .875em }
      .remedy { margin: 0; opacity: .8 }
      """;

  private Pages() {}

  /** Shown until the first build is done. */
  static String building(Shown shown) {
    return page(shown, "Building", "<p>This page reloads when the build is done.</p>");
  }

  /** Shown for every path while there was no good build. */
  static String problems(Shown shown, List<Diagnostic> diagnostics) {
    String items = diagnostics.stream().map(Pages::item).collect(Collectors.joining());
    return page(
        shown,
        "The site could not be built",
        "<ul>" + items + "</ul><p>Mend and save: this page reloads by itself.</p>");
  }

  /** Shown for a path that the site does not have. */
  static String notFound(Shown shown, String path) {
    String links =
        shown.paths().stream()
            .filter(file -> file.endsWith(".html") && !file.startsWith("vivarium/"))
            .map(
                file ->
                    "<li><a href=\""
                        + shown.entrance().prefix()
                        + href(file)
                        + "\">"
                        + escaped(file)
                        + "</a></li>")
            .collect(Collectors.joining());
    return page(
        shown,
        "Nothing here",
        "<p>The site has no <code>/"
            + escaped(path)
            + "</code>. It has:</p><ul>"
            + links
            + "</ul>");
  }

  /** Shown when a request is not answered. */
  static String message(Shown shown, String title, String text) {
    return page(shown, title, "<p>" + escaped(text) + "</p>");
  }

  private static String item(Diagnostic diagnostic) {
    String remedy =
        diagnostic.remedy().isEmpty()
            ? ""
            : "<p class=\"remedy\">" + escaped(diagnostic.remedy()) + "</p>";
    return "<li><span class=\"where\">"
        + escaped(diagnostic.where().toString())
        + "</span><br>"
        + (diagnostic.isError() ? "" : "Warning: ")
        + escaped(diagnostic.message())
        + remedy
        + "</li>";
  }

  private static String page(Shown shown, String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>%s
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        <script>
        new EventSource(document.querySelector("meta[name=viv-live-reload]").content)
          .addEventListener("reload", () => location.reload());
        </script>
        </head>
        <body><main><h1>%s</h1>%s</main></body>
        </html>
        """
        .formatted(shown.entrance().reload(shown.build()), title, STYLE, title, body);
  }

  /** The URL of a file from any page of the site. */
  private static String href(String path) {
    try {
      return escaped(new URI(null, null, "/" + path, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path in a site: " + path, e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
