package vivarium.cli.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorFolderTest {
  @TempDir Path folder = Path.of("");
  private Path target = folder;
  private ProgramJars jars = new ProgramJars(Map.of());

  @BeforeEach
  void a_program() throws IOException {
    target = folder.resolve("kit");
    Path jar = Files.writeString(folder.resolve("javet-node-linux-x86_64-5.0.4.jar"), "V8");
    jars = new ProgramJars(Map.of("javet-node-linux-x86_64-5.0.4.jar", jar));
  }

  private Mirror mirror(String text) throws IOException {
    return new Mirror("course").program(jars, "1.0").with(MirrorFile.of("a.md", text));
  }

  @Test
  void a_mirror_has_the_course_the_program_and_the_hash_of_each_file() throws IOException {
    assertThat(Mirror.refusal(target)).isEmpty();
    mirror("# A").write(target);
    assertThat(target.resolve("course/a.md")).content().isEqualTo("# A");
    assertThat(target.resolve("lib/javet-node-linux-x86_64-5.0.4.jar")).content().isEqualTo("V8");
    assertThat(target.resolve("README.txt")).content().contains("sh vivarium build course -o site");
    assertThat(target.resolve("vivarium.cmd")).content().contains("\r\n");
    assertThat(target.resolve("vivarium")).isExecutable();
    assertThat(Checksums.damageOf(target)).isEmpty();
    try (Stream<Path> all = Files.list(target)) {
      assertThat(all.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "README.txt", "SHA256SUMS", "course", "lib", "vivarium", "vivarium.cmd");
    }
  }

  @Test
  void a_mirror_is_replaced_and_what_is_beside_it_stays() throws IOException {
    mirror("old").with(MirrorFile.of("gone.md", "x")).write(target);
    Files.createDirectories(target.resolve("site"));
    Files.writeString(target.resolve("site/index.html"), "built");
    Files.createDirectory(target.resolve(".hidden"));
    assertThat(Mirror.refusal(target)).isEmpty();
    mirror("new").write(target);
    assertThat(target.resolve("course/a.md")).content().isEqualTo("new");
    assertThat(target.resolve("course/gone.md")).doesNotExist();
    assertThat(target.resolve("site/index.html")).content().isEqualTo("built");
    assertThat(target.resolve(".hidden")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"course/a.md", "course/new.md", "lib/x.jar"})
  void what_somebody_wrote_into_a_mirror_is_not_replaced(String path) throws IOException {
    mirror("old").write(target);
    Files.writeString(target.resolve(path), "mine");
    assertThat(Mirror.refusal(target))
        .hasValueSatisfying(it -> assertThat(it).contains(path).contains("would be lost"));
  }

  @Test
  void what_is_no_mirror_is_refused() throws IOException {
    Files.createDirectories(target);
    assertThat(Mirror.refusal(target)).isEmpty();
    Files.writeString(target.resolve("thesis.txt"), "mine");
    assertThat(Mirror.refusal(target))
        .hasValueSatisfying(it -> assertThat(it).contains("no mirror"));
    assertThat(Mirror.refusal(target.resolve("thesis.txt"))).isPresent();
    for (String name : new String[] {"a.zip", "a.tar.gz"}) {
      Path archive = Files.writeString(folder.resolve(name), "mine");
      assertThat(Mirror.refusal(archive)).as(name).isPresent();
    }
  }

  @Test
  void a_file_that_cannot_be_read_leaves_the_old_mirror() throws IOException {
    mirror("old").write(target);
    Mirror broken = mirror("new").with(MirrorFile.copy("b.md", folder.resolve("nothing")));
    assertThatThrownBy(() -> broken.write(target)).isInstanceOf(IOException.class);
    assertThat(target.resolve("course/a.md")).content().isEqualTo("old");
    assertThat(target.resolve(".vivarium-mirror")).doesNotExist();
    Path archive = folder.resolve("kit.zip");
    assertThatThrownBy(() -> broken.write(archive)).isInstanceOf(IOException.class);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(Path::toString)).noneMatch(it -> it.contains("kit.zip"));
    }
  }

  @Test
  void a_switch_that_was_cut_off_is_taken_back() throws IOException {
    mirror("old").write(target);
    Path old = Files.createDirectories(target.resolve(".vivarium-mirror/old"));
    Files.move(target.resolve("SHA256SUMS"), old.resolve("SHA256SUMS"));
    Files.move(target.resolve("course"), old.resolve("course"));
    Files.createDirectory(target.resolve("course"));
    assertThat(Mirror.refusal(target)).isEmpty();
    assertThat(target.resolve("course/a.md")).content().isEqualTo("old");
    assertThat(target.resolve(".vivarium-mirror")).doesNotExist();
  }

  @Test
  void something_else_in_the_place_of_a_new_file_leaves_everything_as_it_was() throws IOException {
    mirror("old").write(target);
    Files.writeString(target.resolve("other"), "mine");
    Mirror other = new Mirror("other").program(jars, "1.0").with(MirrorFile.of("a.md", "new"));
    assertThatThrownBy(() -> other.write(target)).isInstanceOf(IOException.class);
    assertThat(target.resolve("other")).content().isEqualTo("mine");
    assertThat(Checksums.damageOf(target)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kit.zip", "kit.tar.gz", "kit.tgz"})
  void archives_are_read_by_others_and_are_the_same_twice(String name) throws Exception {
    String deep = "ä very " + "long ".repeat(30) + "name.md";
    Path archive = folder.resolve(name);
    mirror("# A").with(MirrorFile.of(deep, "deep")).write(archive);
    byte[] first = Files.readAllBytes(archive);
    assertThat(Mirror.refusal(archive)).isEmpty();
    mirror("# A").with(MirrorFile.of(deep, "deep")).write(archive);
    assertThat(Files.readAllBytes(archive)).isEqualTo(first);
    String reader =
        name.endsWith("zip")
            ? "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
            : "import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])";
    Path out = folder.resolve("out");
    Process python =
        new ProcessBuilder("python3", "-c", reader, archive.toString(), out.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream said = python.getInputStream()) {
      assertThat(new String(said.readAllBytes(), UTF_8)).doesNotContain("Error");
    }
    assertThat(python.waitFor()).isZero();
    assertThat(out.resolve("kit/course").resolve(deep)).content().isEqualTo("deep");
    assertThat(Checksums.damageOf(out.resolve("kit"))).isEmpty();
  }

  @Test
  void damage_is_named_with_both_hashes() throws IOException {
    mirror("# A").write(target);
    Files.writeString(target.resolve("course/a.md"), "# B");
    Files.delete(target.resolve("vivarium"));
    assertThat(Checksums.damageOf(target))
        .extracting(Checksums.Damage::path)
        .containsExactly("course/a.md", "vivarium");
    assertThat(Checksums.damageOf(target).get(0).found()).hasSize(64);
    assertThat(Checksums.damageOf(target).get(1).found()).isEmpty();
  }

  @Test
  void a_course_with_a_name_that_a_mirror_uses_gets_another() throws IOException {
    Mirror mirror = new Mirror("LIB");
    assertThat(mirror.course()).isEqualTo("course");
    assertThat(new Mirror("my course").program(jars, "1").course()).isEqualTo("my course");
  }
}
