package vivarium.cli.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void documents_and_what_is_beside_them_are_copied_and_what_can_be_made_again_is_not()
      throws IOException {
    Path course = folder.resolve("course");
    write("course/a.md", "course/data/ages.csv", "course/_part.md", "course/wheels/x.whl");
    write("course/.git/config", "course/node_modules/x.js", "course/__pycache__/x.pyc");
    write("course/site/vivarium/site.json", "course/venv/pyvenv.cfg", "outside.csv");
    new Mirror("x").program(new ProgramJars(Map.of()), "1").write(course.resolve("mirror"));
    Files.createSymbolicLink(course.resolve("near.csv"), course.resolve("data/ages.csv"));
    Files.createSymbolicLink(course.resolve("far.csv"), folder.resolve("outside.csv"));
    Files.createSymbolicLink(course.resolve("circle"), course);
    CourseFiles found = CourseFiles.in(course);
    assertThat(found.files().keySet())
        .containsExactly("_part.md", "a.md", "data/ages.csv", "near.csv", "wheels/x.whl");
    assertThat(found.without(course.resolve("a.md")).files()).doesNotContainKey("a.md").hasSize(4);
    assertThat(found.links()).containsExactly("circle", "far.csv");
  }

  private void write(String... paths) throws IOException {
    for (String path : paths) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, path);
    }
  }
}
