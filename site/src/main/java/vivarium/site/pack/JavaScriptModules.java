package vivarium.site.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.source.Destination;

/**
 * The JavaScript of a page without relative addresses: a script that imports another one has it in
 * itself.
 */
final class JavaScriptModules {
  private static final Pattern IMPORT =
      Pattern.compile("(\\b(?:from|import)\\s*+\\(?+\\s*+)([\"'])([^\"'\\n\\\\]*+)\\2");

  private static final Pattern OF_PYSCRIPT =
      Pattern.compile("[^\\s]*pyscript[^\\s]*/((?:core|storage)\\.js)");

  private static final String OWN_ADDRESS = "import.meta.url";

  private final PageSources sources;
  private final EmbeddedFiles embedded;
  private final Map<String, String> own;
  private final Set<String> open = new LinkedHashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /**
   * @param embedded told of each file that another one has in itself
   * @param own what PyScript's own files become, by their names
   */
  JavaScriptModules(PageSources sources, EmbeddedFiles embedded, Map<String, String> own) {
    this.sources = sources;
    this.embedded = embedded;
    this.own = own;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics.stream().distinct().toList();
  }

  /**
   * A script with what it imports.
   *
   * @param path the file in which it stands
   * @throws IOException when a file cannot be read any more
   */
  String whole(String path, String code) throws IOException {
    if (!code.contains("import") || !open.add(path)) {
      return code;
    }
    StringBuilder out = new StringBuilder();
    Matcher found = IMPORT.matcher(code);
    while (found.find()) {
      String quote = found.group(2);
      String address = address(path, found.group(3), quote);
      found.appendReplacement(
          out, Matcher.quoteReplacement(found.group(1) + quote + address + quote));
    }
    open.remove(path);
    String name = path.equals(PageSources.PAGE) ? "" : path;
    return found
        .appendTail(out)
        .toString()
        .replace(
            OWN_ADDRESS,
            "new URL(\""
                + name
                + "\",globalThis.vivariumPacked?.files.base??document.baseURI).href");
  }

  /**
   * A module as a URL.
   *
   * @throws IOException when it cannot be read any more
   */
  String url(String path, byte[] bytes) throws IOException {
    embedded.use(path);
    String code = whole(path, new String(bytes, StandardCharsets.UTF_8));
    return DataUrl.of(path, code.getBytes(StandardCharsets.UTF_8));
  }

  private String address(String path, String written, String quote) throws IOException {
    Matcher known = OF_PYSCRIPT.matcher(written);
    if (known.matches() && own.containsKey(known.group(1))) {
      return own.get(known.group(1));
    }
    Destination destination = Destination.of(written);
    if (!written.matches("\\.{0,2}/.*") || destination.isExternal()) {
      return written;
    }
    Optional<String> target = destination.from(path);
    Optional<byte[]> content = target.isEmpty() ? Optional.empty() : sources.bytes(target.get());
    if (content.isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
              "missing-file",
              sources.place(path, quote + written),
              "The script \"" + written + "\" does not exist, or lies outside the folder.",
              "Put the file there, or correct the path."));
      return written;
    }
    if (open.contains(target.get())) {
      diagnostics.add(
          Diagnostic.error(
              "pack-module",
              sources.place(path, quote + written),
              "\""
                  + written
                  + "\" imports this script, too. In one file, scripts cannot import each"
                  + " other in a circle.",
              "Put what both need into a third script."));
      return written;
    }
    return url(target.get(), content.get());
  }
}
