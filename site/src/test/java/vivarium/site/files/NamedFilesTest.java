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
import vivarium.parse.DocumentParser;
import vivarium.site.source.SourceFolder;

/** The files beside a notebook that its code names. */
class NamedFilesTest {
  private final Path disk = Jimfs.newFileSystem(Configuration.unix()).getPath("/home");

  @BeforeEach
  void files() throws IOException {
    for (String path :
        List.of(
            "me/ages.csv",
            "me/other.csv",
            "me/.env",
            "me/data/one.txt",
            "me/data/two.txt",
            "me/data/deep/three.txt",
            "me/tools/__init__.py",
            "me/tools/part.py",
            "secret.txt")) {
      write(path, "");
    }
    write("me/helpers.py", "import other_helpers\nopen('data/two.txt')");
    write("me/other_helpers.py", "");
    Files.createSymbolicLink(disk.resolve("me/link.txt"), disk.resolve("secret.txt"));
  }

  private void write(String path, String text) throws IOException {
    Path file = disk.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> named(String code) throws IOException {
    String text = "```python {run}\n" + code + "\n```\n";
    return DocumentFiles.withNamed(
            DocumentParser.parse("mine.md", text.getBytes(StandardCharsets.UTF_8)).document(),
            text,
            new SourceFolder(disk.resolve("me")),
            Downloads.NONE)
        .cells()
        .files()
        .stream()
        .map(CellFile::path)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "open('ages.csv')                            | ages.csv",
        "pd.read_csv(\"ages.csv\", sep=\";\")          | ages.csv",
        "x = 1 # don't; open('ages.csv')             | ages.csv",
        "open(f'data/one.txt')                       | data/one.txt",
        "Path('data') / 'one.txt'                    | data/one.txt",
        "open(os.path.join('data/', 'one.txt'))      | data/one.txt",
        "folder = 'data'; open(folder + '/one.txt')  | data/one.txt",
        "glob('data/*.txt')                          | data/one.txt data/two.txt",
        "glob('*.csv')                               | ages.csv other.csv",
        "!cat ages.csv                               | ages.csv",
        "%run helpers.py                 | helpers.py other_helpers.py data/two.txt",
        "import helpers                  | helpers.py other_helpers.py data/two.txt",
        "from tools.part import x                    | tools/__init__.py tools/part.py",
      })
  void what_the_code_names_is_found(String code, String expected) throws IOException {
    assertThat(named(code)).containsExactlyInAnyOrder(expected.split(" "));
  }

  @Test
  void nothing_else_is_found() throws IOException {
    for (String code :
        List.of(
            "open('../secret.txt')",
            "open('/home/secret.txt')",
            "open('link.txt')",
            "open('.env')",
            "os.listdir('.')",
            "print('*' * 20, '**')",
            "glob('**/*')",
            "glob('**/*.txt')",
            "frame['data']",
            "open('mine.md')")) {
      assertThat(named(code)).as(code).isEmpty();
    }
  }
}
