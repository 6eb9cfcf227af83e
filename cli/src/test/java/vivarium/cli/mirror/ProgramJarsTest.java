package vivarium.cli.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramJarsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void a_jar_brings_those_that_it_names() throws IOException {
    jar("lib/b.jar", "");
    jar("lib/javet-node-linux-x86_64-5.0.4.jar", "");
    Path main = jar("main.jar", "lib/b.jar lib/javet-node-linux-x86_64-5.0.4.jar lib/absent.jar");
    ProgramJars jars = ProgramJars.of(main.toString());
    assertThat(jars.files())
        .containsOnlyKeys("main.jar", "b.jar", "javet-node-linux-x86_64-5.0.4.jar");
    assertThat(jars.systems()).containsExactly("linux x86_64");
    Path windows = jar("javet-node-windows-x86_64-5.0.4.jar", "");
    assertThat(jars.with(windows).systems()).containsExactly("linux x86_64", "windows x86_64");
    assertThatThrownBy(() -> jars.with(jar("javet-node-windows-x86_64-4.0.0.jar", "")))
        .hasMessageContaining("not V8 of the release");
  }

  @Test
  void classes_in_a_folder_are_no_packed_program() throws IOException {
    String path = jar("a.jar", "") + File.pathSeparator + folder;
    assertThatThrownBy(() -> ProgramJars.of(path)).hasMessageContaining("no jar");
  }

  @Test
  void two_jars_of_one_name_cannot_lie_in_one_folder() throws IOException {
    String path = jar("x/a.jar", "") + File.pathSeparator + jar("y/a.jar", "");
    assertThatThrownBy(() -> ProgramJars.of(path)).hasMessageContaining("two jars");
    assertThat(ProgramJars.of(jar("z/a.jar", "") + File.pathSeparator + folder.resolve("z/a.jar")))
        .isNotNull();
  }

  private Path jar(String name, String others) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!others.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others);
    }
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }
}
