package vivarium.site;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.site.files.Downloads;
import vivarium.site.render.FakeTypesetter;

/** A source folder in memory, and a builder for it. */
final class TestSite {
  final Path root;
  final FakeTypesetter typesetter = new FakeTypesetter();
  private final SiteBuilder builder =
      new SiteBuilder(
          Assets.load(TestSite.class.getClassLoader()),
          typesetter,
          Execution.NONE,
          Downloads.NONE,
          Progress.NONE);

  TestSite() {
    this("/home/course");
  }

  TestSite(String root) {
    this.root = Jimfs.newFileSystem(Configuration.unix()).getPath(root);
    try {
      Files.createDirectories(this.root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestSite with(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Build build() {
    return builder.build(root);
  }

  Build build(String path) {
    return builder.build(root.resolve(path));
  }

  /** The paths of a site that are not Vivarium's own. */
  static NavigableSet<String> paths(Build build) {
    NavigableSet<String> paths = new TreeSet<>();
    build.site().orElseThrow().files().keySet().stream()
        .map(SitePath::path)
        .filter(path -> !path.startsWith("vivarium/"))
        .forEach(paths::add);
    return paths;
  }

  /** The names of the groups of assets in a site. */
  static NavigableSet<String> groups(Build build) {
    NavigableSet<String> groups = new TreeSet<>();
    build.site().orElseThrow().files().keySet().stream()
        .map(SitePath::path)
        .filter(path -> path.startsWith("vivarium/"))
        .map(path -> path.replaceFirst("vivarium/(\\w+)-.*", "$1"))
        .forEach(groups::add);
    return groups;
  }

  static String text(Build build, String path) {
    try {
      SiteFile file = build.site().orElseThrow().files().get(new SitePath(path));
      if (file == null) {
        throw new AssertionError("no " + path + " in " + paths(build));
      }
      return new String(file.bytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each diagnostic as {@code code path:line}. */
  static List<String> codes(Build build) {
    return build.diagnostics().stream().map(TestSite::code).toList();
  }

  private static String code(Diagnostic diagnostic) {
    String line = diagnostic.where().line() == 0 ? "" : ":" + diagnostic.where().line();
    return diagnostic.code() + " " + diagnostic.where().path() + line;
  }
}
