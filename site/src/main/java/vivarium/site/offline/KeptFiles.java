package vivarium.site.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.write.Sha256;

/** The files of a site that readers' browsers keep, with their hashes. */
final class KeptFiles {
  /** Browsers hash a file in memory; phones have little of it. */
  static final long MOST_IN_FILE = 50_000_000;

  /** What readers would find to be much, on a phone or where a class shares one link. */
  static final long MANY_BYTES = 200_000_000;

  private static final double MEGABYTE = 1e6;

  /** What no page asks for. */
  private static final Pattern UNUSED =
      Pattern.compile(".*\\.map|vivarium/[^/]+/(licences\\.txt|.*\\.d\\.ts)");

  private final SortedMap<SitePath, SiteFile> site = new TreeMap<>();
  private final List<Json> list = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private long bytes;

  /**
   * Chooses from the files of a site.
   *
   * @throws IOException when one cannot be read any more
   */
  KeptFiles(SortedMap<SitePath, SiteFile> files) throws IOException {
    for (Map.Entry<SitePath, SiteFile> file : files.entrySet()) {
      SitePath path = file.getKey();
      site.put(path, isUsed(path, files) ? keep(path, file.getValue()) : file.getValue());
    }
    if (bytes > MANY_BYTES) {
      diagnostics.add(
          Diagnostic.warning(
              "offline-large",
              Location.file(largest(files)),
              "Each reader's browser fetches " + megabytes(bytes) + " to keep the site offline.",
              "Make pictures and films smaller, beginning with this one, or build parts of the"
                  + " site by themselves."));
    }
  }

  /** All files of the site, kept or not; those that are kept have the content that was hashed. */
  SortedMap<SitePath, SiteFile> site() {
    return site;
  }

  int count() {
    return list.size();
  }

  long bytes() {
    return bytes;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The list as browsers read it: for each file its path, its hash and its size. */
  byte[] json() {
    String text = JsonObject.empty().with("files", new Json.Arr(list)).build().text() + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SiteFile keep(SitePath path, SiteFile file) throws IOException {
    byte[] content = file.bytes();
    if (content.length > MOST_IN_FILE) {
      diagnostics.add(
          Diagnostic.warning(
              "offline-left-out",
              Location.file(path.path()),
              "This file has "
                  + megabytes(content.length)
                  + ": readers have it with a network only.",
              "Make it smaller than " + megabytes(MOST_IN_FILE) + " if it is to be kept offline."));
      return file;
    }
    String hash = Sha256.of(content);
    bytes += content.length;
    list.add(
        new Json.Arr(
            List.of(
                new Json.Str(path.path()),
                new Json.Str(hash),
                new Json.Num(Integer.toString(content.length)))));
    return () -> unchanged(path, file, hash);
  }

  private static byte[] unchanged(SitePath path, SiteFile file, String hash) throws IOException {
    byte[] content = file.bytes();
    if (!Sha256.of(content).equals(hash)) {
      throw new IOException(path + " has changed while the site was built");
    }
    return content;
  }

  /** Whether a page may need it: what hosts send instead of another file, no page asks for. */
  private static boolean isUsed(SitePath path, SortedMap<SitePath, SiteFile> files) {
    String name = path.path();
    boolean isTwin =
        (name.endsWith(".br") || name.endsWith(".gz"))
            && files.containsKey(new SitePath(name.substring(0, name.length() - ".br".length())));
    return !isTwin && !UNUSED.matcher(name).matches();
  }

  private static String largest(SortedMap<SitePath, SiteFile> files) throws IOException {
    String largest = "";
    long most = -1;
    for (Map.Entry<SitePath, SiteFile> file : files.entrySet()) {
      boolean isAuthors = !file.getKey().path().startsWith("vivarium/");
      long size = isAuthors ? file.getValue().bytes().length : -1;
      if (size > most && size <= MOST_IN_FILE) {
        most = size;
        largest = file.getKey().path();
      }
    }
    return largest;
  }

  /** {@code 23.1 MB}. */
  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
