package vivarium.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vivarium.engine.python.CellFile;
import vivarium.engine.python.CellFiles;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.write.Sha256;

/** A file that cells read, as a file of a site. */
final class DataFile {
  private static final int HASH_DIGITS = 16;

  /**
   * Endings that hosts know as those of text, which they compress. Any other could have them do
   * something to the file: run it, or say that it is compressed, and browsers would decompress it.
   */
  private static final Set<String> TEXT = Set.of("csv", "json", "md", "tsv", "txt", "xml");

  private DataFile() {}

  /** The files as files of a site. */
  static SortedMap<SitePath, SiteFile> in(CellFiles files) {
    SortedMap<SitePath, SiteFile> all = new TreeMap<>();
    files.files().forEach(file -> all.put(new SitePath(path(file)), () -> content(file)));
    return all;
  }

  /** What a page says of its files to the script that gives them to Python, {@code files.js}. */
  static Json config(CellFiles files) {
    List<Json> items =
        files.files().stream()
            .<Json>map(
                file ->
                    new Json.Arr(
                        List.of(
                            new Json.Str(file.path()),
                            new Json.Str(path(file)),
                            new Json.Num(Long.toString(file.size())),
                            new Json.Str(file.sha256()))))
            .toList();
    return JsonObject.empty()
        .with("folder", files.folder())
        .with("files", new Json.Arr(items))
        .build();
  }

  /** Named by its content, so that no cache gives out an old one. */
  private static String path(CellFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return "vivarium/data/"
        + file.sha256().substring(0, HASH_DIGITS)
        + (TEXT.contains(ending) ? "." + ending : ".bin");
  }

  private static byte[] content(CellFile file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.source());
    if (!Sha256.of(bytes).equals(file.sha256())) {
      throw new IOException(file.source() + " has changed while the site was built");
    }
    return bytes;
  }
}
