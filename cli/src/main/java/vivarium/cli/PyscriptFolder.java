package vivarium.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

/** What PyScript pages load, as a folder that any page can use: {@code core.js} and all else. */
final class PyscriptFolder {
  /** The page that shows how the folder is used; from it the folder is built. */
  static final String EXAMPLE = "example.html";

  private static final String CORE = "core.js";

  /** Where a site has what belongs to a group of Vivarium's files. */
  private static final Pattern GROUP =
      Pattern.compile("vivarium/(pyscript|pyodide|micropython)-[0-9a-f]{12}/(.+)");

  private static final Pattern IMAGE =
      Pattern.compile("vivarium/(python-[0-9a-f]{12}\\.image\\.br)");

  private PyscriptFolder() {}

  /** The example's text. */
  static String example() {
    return resource(EXAMPLE);
  }

  /**
   * The folder, from a site in which nothing but the example was built.
   *
   * @param version what the folder is called in its own words
   */
  static Site of(Site built, String version) {
    SortedMap<SitePath, SiteFile> files = new TreeMap<>();
    Optional<String> image = Optional.empty();
    for (SitePath path : built.files().keySet()) {
      SiteFile file = built.files().get(path);
      Matcher inGroup = GROUP.matcher(path.path());
      Matcher isImage = IMAGE.matcher(path.path());
      if (inGroup.matches()) {
        String folder = inGroup.group(1).equals("pyscript") ? "" : inGroup.group(1) + "/";
        files.put(new SitePath(folder + inGroup.group(2)), file);
      } else if (isImage.matches()) {
        image = Optional.of(isImage.group(1));
        files.put(new SitePath(isImage.group(1)), file);
      }
    }
    image.ifPresent(name -> tell(files, name));
    put(files, EXAMPLE, example());
    put(files, "README.md", resource("readme.md").formatted(version));
    return new Site(files);
  }

  /** Tells the script at its beginning of the memory image that lies beside it. */
  private static void tell(SortedMap<SitePath, SiteFile> files, String image) {
    SiteFile core = files.get(new SitePath(CORE));
    if (core == null) {
      throw new IllegalStateException("no " + CORE + " among the assets");
    }
    byte[] line =
        ("globalThis[Symbol.for(\"vivarium.pyscript.image\")]=\"" + image + "\";\n")
            .getBytes(StandardCharsets.UTF_8);
    SiteFile told = () -> joined(line, core.bytes());
    files.put(new SitePath(CORE), told);
    files.remove(new SitePath(CORE + ".br")); // Hosts that have none compress it themselves.
    files.put(new SitePath(CORE + ".gz"), () -> zipped(told.bytes()));
  }

  private static byte[] joined(byte[] first, byte[] rest) {
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static void put(SortedMap<SitePath, SiteFile> files, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    files.put(new SitePath(path), bytes::clone);
  }

  private static String resource(String name) {
    try (InputStream in = PyscriptFolder.class.getResourceAsStream("pyscript/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: pyscript/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
