package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.site.Build;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;

class PyscriptCommandTest {
  private static final String HASH = "0123456789ab";

  @TempDir Path folder = Path.of("");

  private static Build built(String... paths) {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    for (String path : paths) {
      files.put(new SitePath(path), () -> ("/* " + path + " */").getBytes(StandardCharsets.UTF_8));
    }
    return new Build(Optional.of(new Site(files)), List.of());
  }

  private static Console console(Path folder, String... more) {
    Console console = new Console(folder);
    String[] paths = {
      "example.html",
      "vivarium/pyscript-" + HASH + "/core.js",
      "vivarium/pyscript-" + HASH + "/core.css",
      "vivarium/pyodide-" + HASH + "/pyodide.mjs",
      "vivarium/micropython-" + HASH + "/micropython.wasm"
    };
    TreeMap<SitePath, SiteFile> files = new TreeMap<>(built(paths).site().orElseThrow().files());
    files.putAll(built(more).site().orElseThrow().files());
    console.workshop.next = () -> new Build(Optional.of(new Site(files)), List.of());
    return console;
  }

  @Test
  void the_folder_has_scripts_engines_a_page_and_what_to_do_with_them() {
    Console console = console(folder);
    assertThat(console.run("pyscript", "-o", "www/pyscript")).isEqualTo(ExitCode.FINE);
    assertThat(console.out()).contains("Wrote " + Path.of("www", "pyscript") + ": core.js");
    Path written = folder.resolve("www/pyscript");
    assertThat(written.resolve("core.js")).content().startsWith("/* vivarium/pyscript-");
    assertThat(written.resolve("core.css")).exists();
    assertThat(written.resolve("pyodide/pyodide.mjs")).exists();
    assertThat(written.resolve("micropython/micropython.wasm")).exists();
    assertThat(written.resolve("example.html")).content().contains("src=\"core.js\"");
    assertThat(written.resolve("README.md")).content().contains("This folder is Vivarium ");
  }

  @Test
  void the_script_knows_of_the_image_beside_it() {
    Console console = console(folder, "vivarium/python-" + HASH + ".image.br");
    assertThat(console.run("pyscript", "--quiet")).isEqualTo(ExitCode.FINE);
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.WITH_IMAGES);
    assertThat(console.out()).isEmpty();
    Path written = folder.resolve("pyscript");
    assertThat(written.resolve("python-" + HASH + ".image.br")).exists();
    assertThat(written.resolve("core.js"))
        .content()
        .startsWith(
            "globalThis[Symbol.for(\"vivarium.pyscript.image\")]=\"python-" + HASH + ".image.br\";")
        .contains("/* vivarium/pyscript-");
  }

  @Test
  void no_image_is_made_when_none_is_wanted() {
    Console console = console(folder);
    assertThat(console.run("pyscript", "--no-images")).isEqualTo(ExitCode.FINE);
    assertThat(console.workshop.lastRunning).isEqualTo(Workshop.Running.WITHOUT_IMAGES);
  }

  @Test
  void what_is_not_ours_is_left_alone() throws Exception {
    Path mine = Files.createDirectory(folder.resolve("pyscript")).resolve("core.js");
    Files.writeString(mine, "mine");
    Console console = console(folder);
    assertThat(console.run("pyscript")).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(console.err()).contains("holds files that Vivarium did not write");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void what_was_written_before_is_brought_up_to_date() {
    assertThat(console(folder, "vivarium/pyscript-" + HASH + "/old.js").run("pyscript"))
        .isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("pyscript/old.js")).exists();
    assertThat(console(folder).run("pyscript")).isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("pyscript/old.js")).doesNotExist();
  }
}
