package vivarium.site.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.json.Json;
import vivarium.packages.hash.Sha256;
import vivarium.packages.lock.LockFile;
import vivarium.packages.lock.LockWriter;
import vivarium.packages.lock.LockedPackage;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.WheelName;
import vivarium.parse.DocumentParser;

class LockCheckTest {
  private static final EngineList ENGINE =
      new EngineList(
          "314.0.7",
          Json.parse(
              """
              {"info": {"python": "3.14.2", "abi_version": "2026_0", "arch": "wasm32",
               "platform": "emscripten_5_0_3"},
               "packages": {"fast": {"imports": ["quick"]}, "ipython": {"imports": ["IPython"]}}}
              """));

  @TempDir Path folder;

  @Test
  void without_a_lock_file_each_package_is_told_of_once() {
    assertThat(warnings("packages: [app, lib]", "import quick, bs4, math, other"))
        .containsExactly(
            "a.md:2:12 This needs app, and there is no vivarium.lock.",
            "a.md:2:17 This needs lib, and there is no vivarium.lock.",
            "a.md:6:8 This needs fast, and there is no vivarium.lock.",
            "a.md:6:15 This needs beautifulsoup4, and there is no vivarium.lock.");
    assertThat(warnings("title: None", "import math")).isEmpty();
    assertThat(warnings("title: None", "from IPython.display import HTML")).isEmpty();
    assertThat(warnings("packages: [ipython]", "import IPython"))
        .containsExactly("a.md:2:12 This needs ipython, and there is no vivarium.lock.");
  }

  @Test
  void what_is_locked_has_to_be_what_is_asked_for() throws Exception {
    lock("314.0.7", "app-1.0-py3-none-any.whl", "fast-2-py3-none-any.whl");
    assertThat(warnings("packages: [app>=1, lib, 'old; python_version < \"3\"']", "import quick"))
        .containsExactly("a.md:2:20 This needs lib, which is not in vivarium.lock.");
    assertThat(warnings("packages: [app>1]", ""))
        .containsExactly("a.md:2:12 This asks for app>1, and vivarium.lock has app 1.0.");
  }

  @Test
  void a_file_that_is_no_lock_file_is_left_to_those_who_use_it() throws Exception {
    Files.writeString(folder.resolve("vivarium.lock"), "<<<<");
    assertThat(warnings("packages: [app]", "")).isEmpty();
  }

  private List<String> warnings(String frontMatter, String code) {
    String text = "---\n" + frontMatter + "\n---\n\n```python {run}\n" + code + "\n```\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    DocumentNeeds needs = DocumentNeeds.of(DocumentParser.parse("a.md", bytes).document(), bytes);
    return LockCheck.in(folder, ENGINE).missing(needs).stream()
        .map(each -> each.where() + " " + each.message())
        .toList();
  }

  private void lock(String engine, String... wheels) throws IOException {
    List<LockedPackage> packages =
        Stream.of(wheels)
            .map(WheelName::parse)
            .map(
                wheel ->
                    new LockedPackage(
                        wheel.distribution(),
                        wheel.version(),
                        wheel,
                        Sha256.of(new byte[0]),
                        0,
                        new LockedPackage.Origin.Engine(),
                        List.of()))
            .toList();
    LockFile lock = new LockFile(engine, Version.parse("3.14.2"), packages);
    Files.writeString(folder.resolve(LockFile.NAME), LockWriter.write(lock));
  }
}
