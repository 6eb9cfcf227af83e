package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.packages.hash.Sha256;

class RequirementsFileTest {
  @TempDir private Path folder;

  private RequirementsFile read(String content) throws IOException {
    write("requirements.txt", content);
    return RequirementsFile.read(folder, "requirements.txt");
  }

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> places(List<Declared> declared) {
    return declared.stream().map(one -> one.requirement() + " at " + one.where()).toList();
  }

  @Test
  void comments_blank_lines_and_continued_lines_are_read_as_pip_does() throws IOException {
    RequirementsFile file =
        read(
            """
            # what we need
            numpy>=2  # numbers

              rich[jupyter] == 14.*; \\
                python_version >= "3.8"
            Foo\\
            -Bar
            name @ https://example.org/x.whl#sha256=1 # a hash is no comment
            \tlast""");
    assertThat(file.diagnostics()).isEmpty();
    assertThat(places(file.requirements()))
        .containsExactly(
            "numpy>=2 at requirements.txt:2:1",
            "rich[jupyter]==14.*; python_version >= \"3.8\" at requirements.txt:4:3",
            "Foo-Bar at requirements.txt:6:1",
            "name @ https://example.org/x.whl#sha256=1 at requirements.txt:8:1",
            "last at requirements.txt:9:2");
  }

  @Test
  void a_mistake_in_a_continued_line_is_placed_in_the_line_that_has_it() throws IOException {
    RequirementsFile file = read("\nnumpy; \\\n  os_nam == 'é' \\\n  or 1\nrich==\n");
    assertThat(file.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "requirements.txt:3:3: \"numpy;   os_nam == 'é'   or 1\" is no requirement: there is no"
                + " such variable; did you mean os_name?\n"
                + "  Write a name, with a version if it matters: numpy>=2",
            "requirements.txt:5:7: \"rich==\" is no requirement: a version begins with a number.\n"
                + "  Write a name, with a version if it matters: numpy>=2");
  }

  @Test
  void hashes_belong_to_their_requirement() throws IOException {
    String one = "1".repeat(64);
    String two = "A".repeat(64);
    RequirementsFile file =
        read("a==1 --hash=sha256:" + one + " \\\n  --hash sha256:" + two + "\nb --hash=md5:12\n");
    assertThat(file.requirements().get(0).hashes()).containsExactly(Sha256.of(one), Sha256.of(two));
    assertThat(file.diagnostics()).hasSize(1);
    assertThat(file.diagnostics().get(0))
        .hasToString(
            "requirements.txt:3:3: This is no SHA-256 hash.\n"
                + "  Write --hash=sha256: and 64 digits.");
  }

  @Test
  void options_about_where_to_look_are_handed_to_the_caller() throws IOException {
    RequirementsFile file =
        read(
            """
            --index-url https://example.org/simple
            --extra-index-url=https://example.org/more
            -i https://example.org/short
            -f wheels
            --find-links ./more wheels
            --pre
            --no-index
            """);
    assertThat(file.diagnostics()).isEmpty();
    assertThat(file.options())
        .extracting(o -> o.name() + "=" + o.value() + " at " + o.where().line())
        .containsExactly(
            "--index-url=https://example.org/simple at 1",
            "--extra-index-url=https://example.org/more at 2",
            "--index-url=https://example.org/short at 3",
            "--find-links=wheels at 4",
            "--find-links=./more wheels at 5",
            "--pre= at 6",
            "--no-index= at 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-e . | requirement-refused | editable",
        "--editable=git+https://x/y | requirement-refused | editable",
        "git+https://example.org/x.git | requirement-refused | repository",
        "x @ GIT+https://example.org/x.git | requirement-refused | repository",
        "./wheels/a-1-py3-none-any.whl | requirement-refused | which package",
        "https://example.org/a-1-py3-none-any.whl | requirement-refused | which package",
        "a-1-py3-none-any.whl | requirement-refused | which package",
        "--indx-url x | bad-requirements-file | no option \"--indx-url\"",
        "--index-url | bad-requirements-file | needs a value",
        "--trusted-host x | bad-requirements-file | no effect",
        "-r missing.txt | bad-requirements-file | no file \"missing.txt\"",
        "-r ../other.txt | bad-requirements-file | Only files in the folder",
        "-r sub/../../other.txt | bad-requirements-file | Only files in the folder",
        "-r /etc/passwd | bad-requirements-file | Only files in the folder",
        "-r C:\\x.txt | bad-requirements-file | Only files in the folder",
        "-r https://example.org/r.txt | bad-requirements-file | Only files in the folder",
        "-r . | bad-requirements-file | Only files in the folder",
      })
  void what_cannot_be_done_is_refused_with_its_line(String line, String code, String part)
      throws IOException {
    RequirementsFile file = read("# first\n" + line + "\nnumpy\n");
    assertThat(file.diagnostics()).hasSize(1);
    Diagnostic diagnostic = file.diagnostics().get(0);
    assertThat(diagnostic.code()).isEqualTo(code);
    assertThat(diagnostic.message()).contains(part);
    assertThat(diagnostic.where()).hasToString("requirements.txt:2:1");
    assertThat(places(file.requirements())).containsExactly("numpy at requirements.txt:3:1");
  }

  @Test
  void included_files_are_read_once_relative_to_the_file_that_names_them() throws IOException {
    write("sub/more.txt", "rich\n-r ../last.txt\n-r ../requirements.txt\n");
    write("last.txt", "last\n-c limits.txt\n");
    write("limits.txt", "numpy<3\n-r last.txt\n");
    RequirementsFile file = read("-r sub/more.txt\n--requirement=sub/more.txt\nnumpy\n");
    assertThat(file.diagnostics()).isEmpty();
    assertThat(places(file.requirements()))
        .containsExactly(
            "rich at sub/more.txt:1:1", "last at last.txt:1:1", "numpy at requirements.txt:3:1");
    assertThat(places(file.constraints()))
        .containsExactly("numpy<3 at limits.txt:1:1", "last at last.txt:1:1");
  }

  @Test
  void a_link_that_leads_out_of_the_folder_is_not_followed() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    write("secret.txt", "secret\n");
    Files.createSymbolicLink(inner.resolve("link.txt"), folder.resolve("secret.txt"));
    Files.writeString(inner.resolve("requirements.txt"), "-r link.txt\n");
    RequirementsFile file = RequirementsFile.read(inner, "requirements.txt");
    assertThat(file.requirements()).isEmpty();
    assertThat(file.diagnostics().get(0).message()).contains("leads out of the folder");
  }

  @Test
  @Timeout(20)
  void endless_files_and_lines_come_to_an_end() throws IOException {
    for (int i = 0; i < 2 * RequirementsFileReader.MAX_FILES; i++) {
      write("r" + i + ".txt", "p" + i + "\n-r r" + (i + 1) + ".txt\n");
    }
    RequirementsFile chain = read("-r r0.txt\n");
    assertThat(chain.requirements()).hasSize(RequirementsFileReader.MAX_FILES - 1);
    assertThat(chain.diagnostics()).hasSize(1);
    assertThat(chain.diagnostics().get(0).message()).contains("More than 100 files");
    assertThat(read("a\\\n".repeat(300_000)).diagnostics()).hasSize(1);
    assertThat(
            read("a".repeat(RequirementsFileReader.MAX_BYTES + 1)).diagnostics().get(0).message())
        .contains("larger than 4 MB");
  }

  @Test
  void a_file_that_is_not_utf_8_is_a_diagnostic_and_a_byte_order_mark_is_none() throws IOException {
    Files.write(folder.resolve("requirements.txt"), new byte[] {'a', (byte) 0xE4, '\n'});
    assertThat(RequirementsFile.read(folder, "requirements.txt").diagnostics().get(0).message())
        .contains("not encoded in UTF-8");
    assertThat(places(read("\uFEFFnumpy\r\nrich\r\n").requirements()))
        .containsExactly("numpy at requirements.txt:1:1", "rich at requirements.txt:2:1");
  }
}
