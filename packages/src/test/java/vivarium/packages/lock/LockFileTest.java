package vivarium.packages.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.WheelName;

class LockFileTest {
  private static final String TEXT =
      """
      # Written by `vivarium lock`: which packages the documents here can import.
      lock-version = "1.0"
      environments = ["sys_platform == 'emscripten' and platform_machine == 'wasm32'"]
      requires-python = "==3.14.2"
      created-by = "vivarium"

      [[packages]]
      name = "fast"
      version = "1.0"
      wheels = [
          { name = "fast-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl", size = 7, hashes = { sha256 = "HASH" } },
      ]

      [packages.tool.vivarium]
      source = "engine"

      [[packages]]
      name = "foo-bar"
      version = "2.1"
      dependencies = [{ name = "fast" }, { name = "local" }]
      index = "https://index.example/simple/"
      wheels = [
          { name = "Foo_Bar-2.1-py3-none-any.whl", url = "https://files.example/Foo_Bar-2.1-py3-none-any.whl", size = 8, hashes = { sha256 = "HASH" } },
      ]

      [[packages]]
      name = "local"
      version = "3"
      wheels = [
          { name = "local-3-py3-none-any.whl", path = "../my \\"wheels\\"/local-3-py3-none-any.whl", size = 9, hashes = { sha256 = "HASH" } },
      ]

      [tool.vivarium]
      engine = "314.0.7"
      """
          .replace("HASH", "ab".repeat(32));

  private final LockFile lock =
      new LockFile(
          "314.0.7",
          Version.parse("3.14.2"),
          List.of(
              locked(
                  "local-3-py3-none-any.whl",
                  9,
                  new LockedPackage.Origin.File("../my \"wheels\"/local-3-py3-none-any.whl")),
              locked(
                  "Foo_Bar-2.1-py3-none-any.whl",
                  8,
                  new LockedPackage.Origin.Index(
                      Address.of("https://me:secret@index.example/simple/"),
                      Address.of("https://files.example/Foo_Bar-2.1-py3-none-any.whl")),
                  "local",
                  "Fast"),
              locked(
                  "fast-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl",
                  7,
                  new LockedPackage.Origin.Engine())));

  LockFileTest() throws Exception {}

  @Test
  void it_is_written_in_order_for_people_to_read_and_without_passwords() {
    assertThat(LockWriter.write(lock)).isEqualTo(TEXT);
  }

  @Test
  void what_was_written_is_read_as_it_was() throws Exception {
    assertThat(LockWriter.write(LockReader.read(TEXT))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "lock-version = \"1.0\" | lock-version = \"2.0\" | 2 | lock files of version 2.0 are not known",
        "\"==3.14.2\" | \">=3.14\" | 4 | it has to name one version: \"==3.14.2\"",
        "[tool.vivarium] | [tool.other] | 1 | \"engine\" is missing or no text",
        "{ name = \"local\" }] | { name = \"lost\" }] | 1 | foo-bar needs lost, which is not there",
        "version = \"2.1\" | version = \"2.2\" | 23 | Foo_Bar-2.1-py3-none-any.whl is no wheel of foo-bar 2.2",
        "version = \"3\" | version = \"x\" | 28 | \"x\" is no version",
        "https://files.example | ftp://files.example | 23 | \"ftp://files.example/Foo_Bar-2.1-py3-none-any.whl\" is no address of an index: it has to begin with https:// or http://.",
        "created-by = | created-by | 5 | this is no TOML",
      })
  void what_does_not_fit_together_is_refused_with_its_line(
      String written, String changed, int line, String message) {
    String text = TEXT.replace(written, changed);
    assertThat(text).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> LockReader.read(text))
        .isInstanceOfSatisfying(
            LockException.class,
            problem -> {
              assertThat(problem.getMessage()).startsWith(message);
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @Test
  void a_package_that_is_there_twice_is_refused() {
    String entry =
        TEXT.substring(TEXT.lastIndexOf("[[packages]]"), TEXT.indexOf("[tool.vivarium]"));
    assertThatThrownBy(() -> LockReader.read(TEXT.replace(entry, entry + entry)))
        .hasMessage("local is there twice");
  }

  @Test
  void a_hash_that_is_none_is_refused() {
    assertThatThrownBy(() -> LockReader.read(TEXT.replace("ab".repeat(32), "ab")))
        .isInstanceOf(LockException.class);
  }

  private static LockedPackage locked(
      String wheel, long size, LockedPackage.Origin origin, String... needs) {
    WheelName name = WheelName.parse(wheel);
    return new LockedPackage(
        name.distribution(),
        name.version(),
        name,
        Sha256.of("ab".repeat(32)),
        size,
        origin,
        List.of(needs).stream().map(PackageName::new).toList());
  }
}
