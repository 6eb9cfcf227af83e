package vivarium.packages.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.packages.hash.Sha256;
import vivarium.packages.index.Web;
import vivarium.packages.index.WheelCache;
import vivarium.packages.offer.Address;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.supply.TestServer;
import vivarium.packages.supply.TestWheel;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.Wheel;
import vivarium.packages.wheel.WheelName;

@Timeout(60)
class LockedWheelsTest {
  private static final LockedPackage.Origin ENGINE = new LockedPackage.Origin.Engine();

  @TempDir Path folder;
  private final TestWheel wheel = TestWheel.of("lib", "1");

  @Test
  void a_folder_without_a_lock_file_has_locked_nothing() throws Exception {
    assertThat(find().lock()).isEmpty();
    assertThat(find().diagnostics()).isEmpty();
  }

  @Test
  void wheels_are_found_by_their_path_and_in_the_folder_beside_the_lock_file() throws Exception {
    TestWheel other = TestWheel.of("a-first", "2");
    wheel.into(folder.resolve("elsewhere"));
    other.into(folder.resolve("wheels"));
    lock(
        locked(wheel, new LockedPackage.Origin.File("elsewhere/" + wheel.fileName())),
        locked(other, ENGINE));
    LockedWheels.Found found = find();
    assertThat(found.diagnostics()).isEmpty();
    assertThat(found.wheels().stream().map(Wheel::hash))
        .containsExactly(other.hash(), wheel.hash());
    assertThat(found.lock().orElseThrow().packages()).hasSize(2);
  }

  @Test
  void a_wheel_of_an_index_is_loaded_once_and_found_again_without_the_index() throws Exception {
    try (TestServer server = new TestServer()) {
      server.on("/lib.whl", "application/octet-stream", wheel.bytes());
      String own = server.url("/simple/").replace("//", "//me:secret@");
      LockedPackage.Origin index =
          new LockedPackage.Origin.Index(
              Address.of(server.url("/simple/")), Address.of(server.url("/lib.whl")));
      lock(locked(wheel, index));
      assertThat(find(Address.of(own)).wheels()).hasSize(1);
      assertThat(server.asked()).containsExactly("/lib.whl Basic bWU6c2VjcmV0");
    }
    assertThat(find().wheels()).hasSize(1);
  }

  @Test
  void a_wheel_with_another_byte_is_refused_with_both_hashes() throws Exception {
    byte[] changed = wheel.bytes();
    changed[changed.length / 2] ^= 1;
    Files.createDirectories(folder.resolve("wheels"));
    Files.write(folder.resolve("wheels").resolve(wheel.fileName()), changed);
    lock(locked(TestWheel.of("a", "1"), ENGINE), locked(wheel, ENGINE));
    TestWheel.of("a", "1").into(folder.resolve("wheels"));
    LockedWheels.Found found = find();
    assertThat(found.wheels()).hasSize(1);
    Diagnostic problem = found.diagnostics().get(0);
    assertThat(problem.code()).isEqualTo("wheel-refused");
    assertThat(problem.message()).contains(wheel.hash().hex(), Sha256.of(changed).hex());
    List<String> lines = Files.readAllLines(folder.resolve("vivarium.lock"));
    assertThat(lines.get(problem.where().line() - 1)).isEqualTo("name = \"lib\"");
  }

  @Test
  void each_wheel_that_is_nowhere_is_told_of() throws Exception {
    lock(locked(wheel, ENGINE), locked(TestWheel.of("a", "1"), ENGINE));
    assertThat(find().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "a-1-py3-none-any.whl is not on this machine.",
            "lib-1-py3-none-any.whl is not on this machine.");
    assertThat(find().diagnostics().get(0).remedy())
        .isEqualTo("Put the wheel into the folder \"wheels\" beside vivarium.lock.");
  }

  @Test
  void a_file_that_is_no_lock_file_is_told_of_with_its_line() throws Exception {
    Files.writeString(folder.resolve("vivarium.lock"), "lock-version = \"1.0\"\n<<<<<<< HEAD\n");
    Diagnostic problem = find().diagnostics().get(0);
    assertThat(problem.code()).isEqualTo("bad-lock-file");
    assertThat(problem.where().line()).isEqualTo(2);
  }

  private LockedWheels.Found find(Address... indexes) throws InterruptedException {
    Web web = new Web(Duration.ofSeconds(5), Duration.ofMillis(1));
    WheelCache cache = new WheelCache(web, folder.resolve("cache"));
    return new LockedWheels(cache, List.of(indexes)).in(folder);
  }

  private void lock(LockedPackage... packages) throws Exception {
    LockFile lock = new LockFile("314.0.7", Version.parse("3.14.2"), List.of(packages));
    Files.writeString(folder.resolve(LockFile.NAME), LockWriter.write(lock));
  }

  private static LockedPackage locked(TestWheel wheel, LockedPackage.Origin origin) {
    WheelName name = WheelName.parse(wheel.fileName());
    return new LockedPackage(
        new PackageName(name.distribution().written()),
        name.version(),
        name,
        wheel.hash(),
        wheel.bytes().length,
        origin,
        List.of());
  }
}
