package vivarium.site.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vivarium.model.diagnostic.Diagnostic;

class FolderWriterTest {
  private final FolderWriter writer = new FolderWriter();
  private Path folder = Path.of("");

  @BeforeEach
  void an_empty_disk() {
    folder = Jimfs.newFileSystem(Configuration.unix()).getPath("/site");
  }

  @Test
  void a_site_is_written_with_a_list_of_its_files() throws IOException {
    assertThat(write(Map.of("index.html", "one", "img/a.png", "two"))).isEmpty();
    assertThat(Tree.of(folder))
        .containsEntry("index.html", "one")
        .containsEntry("img/a.png", "two")
        .containsOnlyKeys("index.html", "img/a.png", "vivarium/site.json");
    assertThat(Tree.of(folder).get("vivarium/site.json"))
        .isEqualTo(
            "{\"version\":1,\"files\":{"
                + "\"img/a.png\":{\"size\":3,\"sha256\":\""
                + Sha256.of("two".getBytes(UTF_8))
                + "\"},\"index.html\":{\"size\":3,\"sha256\":\""
                + Sha256.of("one".getBytes(UTF_8))
                + "\"}}}\n");
  }

  @Test
  void what_the_site_no_longer_has_is_removed_with_its_folder() throws IOException {
    write(Map.of("index.html", "one", "a/b/old.html", "old"));
    assertThat(write(Map.of("index.html", "one"))).isEmpty();
    assertThat(Tree.of(folder)).containsOnlyKeys("index.html", "vivarium/site.json");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void a_file_from_elsewhere_is_never_touched() throws IOException {
    write(Map.of("index.html", "one", "a/old.html", "old"));
    Files.writeString(folder.resolve("CNAME"), "example.org");
    Files.writeString(folder.resolve("a/own.txt"), "mine");
    assertThat(write(Map.of("index.html", "two"))).isEmpty();
    assertThat(Tree.of(folder))
        .containsEntry("CNAME", "example.org")
        .containsEntry("a/own.txt", "mine")
        .doesNotContainKey("a/old.html");
  }

  @Test
  void a_file_from_elsewhere_is_not_overwritten() throws IOException {
    write(Map.of("index.html", "one"));
    Files.writeString(folder.resolve("logo.png"), "mine");
    SortedMap<String, String> before = Tree.of(folder);
    assertThat(codes(write(Map.of("index.html", "two", "logo.png", "theirs"))))
        .containsExactly("foreign-file");
    assertThat(Tree.of(folder)).isEqualTo(before);
  }

  @Test
  void an_unchanged_file_is_not_written_again() throws IOException {
    write(Map.of("index.html", "one", "b.html", "b"));
    java.nio.file.attribute.FileTime early = java.nio.file.attribute.FileTime.fromMillis(1000);
    Files.setLastModifiedTime(folder.resolve("b.html"), early);
    write(Map.of("index.html", "two", "b.html", "b"));
    assertThat(Files.getLastModifiedTime(folder.resolve("b.html"))).isEqualTo(early);
    assertThat(Tree.of(folder)).containsEntry("index.html", "two");
  }

  @Test
  void a_file_that_was_deleted_comes_back() throws IOException {
    write(Map.of("index.html", "one"));
    Files.delete(folder.resolve("index.html"));
    write(Map.of("index.html", "one"));
    assertThat(Tree.of(folder)).containsEntry("index.html", "one");
  }

  @Test
  void a_folder_with_other_files_is_refused() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.md"), "# Mine");
    assertThat(codes(write(Map.of("index.html", "one")))).containsExactly("not-our-folder");
    assertThat(Tree.of(folder)).containsOnlyKeys("thesis.md");
  }

  @Test
  void a_folder_with_hidden_files_alone_counts_as_empty() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve(".git/HEAD"), "ref");
    assertThat(write(Map.of("index.html", "one"))).isEmpty();
    assertThat(Tree.of(folder)).containsKey(".git/HEAD").containsKey("index.html");
  }

  @Test
  void a_file_in_place_of_the_folder_is_refused() throws IOException {
    Files.writeString(folder, "a file");
    assertThat(codes(write(Map.of("index.html", "one")))).containsExactly("not-our-folder");
  }

  @Test
  void a_file_may_become_a_folder_and_a_folder_a_file() throws IOException {
    write(Map.of("a", "file", "b/c", "in a folder"));
    assertThat(write(Map.of("a/d", "in a folder", "b", "file"))).isEmpty();
    assertThat(Tree.of(folder)).containsOnlyKeys("a/d", "b", "vivarium/site.json");
  }

  @Test
  void a_link_out_of_the_folder_is_not_written_through() throws IOException {
    write(Map.of("index.html", "one", "img/a.png", "a"));
    Path elsewhere = Files.createDirectories(folder.resolveSibling("elsewhere"));
    Files.writeString(elsewhere.resolve("a.png"), "mine");
    Files.delete(folder.resolve("img/a.png"));
    Files.delete(folder.resolve("img"));
    Files.createSymbolicLink(folder.resolve("img"), elsewhere);
    assertThat(codes(write(Map.of("img/a.png", "b")))).containsExactly("foreign-file");
    assertThat(write(Map.of("index.html", "two"))).isEmpty();
    assertThat(elsewhere.resolve("a.png")).hasContent("mine");
  }

  @Test
  void a_list_that_names_files_outside_the_folder_is_refused() throws IOException {
    write(Map.of("index.html", "one"));
    Files.writeString(folder.resolveSibling("secret"), "mine");
    Files.writeString(
        folder.resolve("vivarium/site.json"),
        "{\"version\":1,\"files\":{\"../secret\":{\"size\":4,\"sha256\":\"00\"}}}");
    assertThat(codes(write(Map.of("index.html", "two")))).containsExactly("broken-manifest");
    assertThat(folder.resolveSibling("secret")).hasContent("mine");
  }

  @Test
  void a_full_disk_leaves_the_old_site_and_says_so() throws IOException {
    Path small =
        Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(400_000).build())
            .getPath("/site");
    writer.write(content(Map.of("index.html", "old")), small);
    SortedMap<String, String> before = Tree.of(small);
    List<Diagnostic> diagnostics =
        writer.write(content(Map.of("index.html", "new", "big", "x".repeat(500_000))), small);
    assertThat(codes(diagnostics)).containsExactly("cannot-write");
    assertThat(diagnostics.get(0).message()).contains("the disk is full", "as it was");
    assertThat(diagnostics.get(0).remedy()).contains("MB are free");
    assertThat(Tree.of(small)).isEqualTo(before);
  }

  @Test
  void a_file_that_cannot_be_read_any_more_leaves_the_old_site() throws IOException {
    write(Map.of("index.html", "old"));
    SortedMap<String, String> before = Tree.of(folder);
    SortedMap<String, Content> files = content(Map.of("a.html", "new"));
    files.put(
        "img/gone.png",
        () -> {
          throw new java.nio.file.NoSuchFileException("img/gone.png");
        });
    List<Diagnostic> diagnostics = writer.write(files, folder);
    assertThat(codes(diagnostics)).containsExactly("cannot-read");
    assertThat(diagnostics.get(0).where().path()).isEqualTo("img/gone.png");
    assertThat(Tree.of(folder)).isEqualTo(before);
  }

  @Test
  void a_folder_that_may_not_be_written_is_named_with_the_reason() {
    Disk sealed =
        new Disk() {
          @Override
          void write(Path file, byte[] bytes) throws IOException {
            throw new java.nio.file.AccessDeniedException(file.toString());
          }
        };
    List<Diagnostic> diagnostics =
        new FolderWriter(sealed).write(content(Map.of("index.html", "one")), folder);
    assertThat(codes(diagnostics)).containsExactly("cannot-write");
    assertThat(diagnostics.get(0).message()).contains("permission is missing");
    assertThat(diagnostics.get(0).where().path()).isEqualTo("/site");
  }

  private List<Diagnostic> write(Map<String, String> files) {
    return writer.write(content(files), folder);
  }

  static SortedMap<String, Content> content(Map<String, String> files) {
    SortedMap<String, Content> content = new TreeMap<>();
    files.forEach((path, text) -> content.put(path, () -> text.getBytes(UTF_8)));
    return content;
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }
}
