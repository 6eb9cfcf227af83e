package vivarium.site.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.engine.python.CellFile;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.parse.DocumentParser;
import vivarium.site.source.SourceFolder;

class DocumentFilesTest {
  private final Path disk = Jimfs.newFileSystem(Configuration.unix()).getPath("/home");
  private final Path root = disk.resolve("course");

  @BeforeEach
  void files() throws IOException {
    write("course/week/ages.csv", "Ada,36");
    write("course/week/data/one.txt", "one");
    write("course/week/data/deep/two.txt", "two");
    write("course/week/data/.hidden", "hidden");
    write("course/shared/[1].txt", "odd");
    write("course/shared/x.txt", "x");
    write("secret.txt", "secret");
  }

  private void write(String path, String text) throws IOException {
    Path file = disk.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private DocumentFiles read(String list) throws IOException {
    return read("week/lesson.md", "---\ntitle: A\nfiles: " + list + "\n---\n");
  }

  private DocumentFiles read(String path, String text) throws IOException {
    return DocumentFiles.of(
        DocumentParser.parse(path, text.getBytes(StandardCharsets.UTF_8)).document(),
        text,
        new SourceFolder(root),
        Downloads.NONE);
  }

  private static List<String> paths(DocumentFiles files) {
    return files.cells().files().stream().map(CellFile::path).toList();
  }

  private static List<String> said(DocumentFiles files) {
    return files.diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ages.csv                | ages.csv",
        "./data/../ages.csv      | ages.csv",
        "data                    | data/deep/two.txt data/one.txt",
        "data/                   | data/deep/two.txt data/one.txt",
        "data/.hidden            | data/.hidden",
        "\"data/*\"                | data/one.txt",
        "\"data/**\"               | data/deep/two.txt data/one.txt",
        "\"**/*.txt\"              | data/deep/two.txt data/one.txt",
        "\"**/**/deep/**/two.*\"   | data/deep/two.txt",
        "\"*/deep/*\"              | data/deep/two.txt",
        "\"[a-c]*.csv\"            | ages.csv",
        "[ages.csv, \"*.csv\"]     | ages.csv",
      })
  void what_is_listed_is_found_from_the_document(String list, String expected) throws IOException {
    DocumentFiles files = read(list);
    assertThat(said(files)).isEmpty();
    assertThat(files.cells().folder()).isEmpty();
    assertThat(String.join(" ", paths(files))).isEqualTo(expected);
  }

  @Test
  void what_lies_above_the_document_has_its_place_there() throws IOException {
    DocumentFiles files = read("[ages.csv, '../shared/[1].txt']");
    assertThat(files.cells().folder()).isEqualTo("week");
    assertThat(paths(files)).containsExactly("week/ages.csv", "shared/[1].txt");
    assertThat(files.cells().files().get(0).size()).isEqualTo(6);
    assertThat(files.cells().files().get(0).sha256()).startsWith("91887e9b").hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../secret.txt           | outside-source",
        "../../../../../etc/passwd  | outside-source",
        "\"../../*\"                  | outside-source",
        "/etc/passwd                | outside-source",
        "'C:\\secret.txt'           | outside-source",
        "link.txt                   | outside-source",
        "out                        | outside-source",
        "out/secret.txt             | outside-source",
        "\"lin*\"                     | outside-source",
        "'data\\one.txt'            | missing-file",
        "\"ages.csv\\0\"            | missing-file",
        "\"%2e%2e/%2e%2e/secret.txt\" | missing-file",
        "AGES.CSV                   | missing-file",
        "\"*.tsv\"                    | missing-file",
        "https://example.org/a.csv  | file-not-loaded",
      })
  void nothing_outside_the_folder_is_ever_found(String list, String code) throws IOException {
    Files.createSymbolicLink(root.resolve("week/link.txt"), disk.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("week/out"), disk);
    DocumentFiles files = read(list);
    assertThat(paths(files)).isEmpty();
    assertThat(files.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
  }

  @Test
  void links_in_a_circle_come_to_an_end() throws IOException {
    Files.createSymbolicLink(root.resolve("week/data/again"), root.resolve("week"));
    assertThat(paths(read("['data/', '**/*.csv']")))
        .containsExactly("data/deep/two.txt", "data/one.txt", "ages.csv");
  }

  @Test
  void what_is_wrong_is_said_at_its_place_with_a_remedy() throws IOException {
    String text =
        """
        ---
        files:
          - ages.csv
          - agse.csv
          - "data/one.tx"
          - 'no*'
        ---
        agse.csv
        """;
    assertThat(said(read("week/lesson.md", text)))
        .containsExactly(
            "week/lesson.md:4:5: warning: The file \"agse.csv\" does not exist.\n"
                + "  Did you mean \"ages.csv\"?",
            "week/lesson.md:5:6: warning: The file \"data/one.tx\" does not exist.\n"
                + "  Did you mean \"data/one.txt\"?",
            "week/lesson.md:6:6: warning: No file matches \"no*\".\n"
                + "  Put the file there, or correct the path.");
  }

  @Test
  void more_files_than_a_browser_can_hold_are_refused() throws IOException {
    for (int i = 0; i <= DocumentFiles.MOST_FILES; i++) {
      write("course/many/" + i, "");
    }
    DocumentFiles files = read("../many");
    assertThat(files.cells().isEmpty()).isTrue();
    assertThat(files.diagnostics()).extracting(Diagnostic::code).containsExactly("too-many-files");
    assertThat(files.diagnostics()).allMatch(Diagnostic::isError);
  }
}
