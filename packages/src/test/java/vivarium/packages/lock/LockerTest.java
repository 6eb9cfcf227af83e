package vivarium.packages.lock;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.json.Json;
import vivarium.packages.choice.Wanted;
import vivarium.packages.hash.Sha256;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.index.SimpleIndex;
import vivarium.packages.index.Web;
import vivarium.packages.index.WheelCache;
import vivarium.packages.index.WheelFolder;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.supply.TestIndex;
import vivarium.packages.supply.TestWheel;
import vivarium.packages.version.Version;

@Timeout(60)
class LockerTest {
  private static final String LIST =
      """
      {"info": {"python": "3.14.2", "abi_version": "2026_0", "platform": "emscripten_5_0_3",
       "arch": "wasm32"}, "packages": {%s}}
      """;

  @TempDir Path folder;
  private final Web web = new Web(Duration.ofSeconds(5), Duration.ofMillis(1));
  private final List<Source> folders = new ArrayList<>();
  private final List<Source> indexes = new ArrayList<>();
  private String engine = "";
  private Optional<Address> server = Optional.empty();
  private final Map<PackageName, Version> preferred = new HashMap<>();
  private TestIndex index;

  @BeforeEach
  void start() throws Exception {
    index = new TestIndex(true);
    indexes.add(new SimpleIndex(web, Address.of(index.url())));
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void what_is_needed_is_locked_with_all_that_it_needs() throws Exception {
    TestWheel rich = TestWheel.of("rich", "14.0").needs("markdown-it-py>=2", "pygments");
    index.has(rich).has(TestWheel.of("markdown-it-py", "3.0").needs("mdurl~=0.1"));
    index.has(TestWheel.of("mdurl", "0.1.2")).has(TestWheel.of("pygments", "2.19"));
    LockFile lock = lock("rich>=13");
    assertThat(versions(lock))
        .isEqualTo("markdown-it-py 3.0, mdurl 0.1.2, pygments 2.19, rich 14.0");
    LockedPackage locked = lock.find(new PackageName("Rich")).orElseThrow();
    assertThat(locked.hash()).isEqualTo(rich.hash());
    assertThat(locked.size()).isEqualTo(rich.bytes().length);
    assertThat(locked.dependencies().toString()).isEqualTo("[markdown-it-py, pygments]");
    assertThat(lock.engine()).isEqualTo("314.0.7");
  }

  @Test
  void only_the_metadata_of_what_is_not_chosen_are_loaded() throws Exception {
    index.has(TestWheel.of("app", "2").needs("lib<1")).has(TestWheel.of("app", "1"));
    index.has(TestWheel.of("lib", "1"));
    assertThat(versions(lock("app"))).isEqualTo("app 1");
    assertThat(index.server().asked())
        .contains("/files/app-2-py3-none-any.whl.metadata", "/files/app-1-py3-none-any.whl")
        .doesNotContain("/files/app-2-py3-none-any.whl");
  }

  @Test
  void an_index_in_html_without_files_of_metadata_will_do() throws Exception {
    try (TestIndex plain = new TestIndex(false)) {
      plain.has(TestWheel.of("app", "1").needs("lib"), " data-requires-python=\"&gt;=3.9\"");
      plain.has(TestWheel.of("app", "2"), " data-requires-python=\"&gt;=3.15\"");
      plain.has(TestWheel.of("lib", "1")).has(TestWheel.of("lib", "2"), " data-yanked=\"broken\"");
      indexes.set(0, new SimpleIndex(web, Address.of(plain.url())));
      assertThat(versions(lock("app"))).isEqualTo("app 1, lib 1");
    }
  }

  @Test
  void a_release_that_was_taken_back_is_used_only_where_there_is_no_other() throws Exception {
    index.has(TestWheel.of("lib", "1")).has(TestWheel.of("lib", "2"), ", \"yanked\": true");
    assertThat(versions(lock("lib"))).isEqualTo("lib 1");
    assertThat(versions(lock("lib==2"))).isEqualTo("lib 2");
  }

  @Test
  void a_pre_release_is_used_only_where_it_is_asked_for_or_there_is_no_other() throws Exception {
    index.has(TestWheel.of("lib", "1.0")).has(TestWheel.of("lib", "2.0rc1"));
    index.has(TestWheel.of("young", "0.1a1"));
    assertThat(versions(lock("lib", "young"))).isEqualTo("lib 1.0, young 0.1a1");
    assertThat(versions(lock("lib>=2.0rc1"))).isEqualTo("lib 2.0rc1");
  }

  @Test
  void markers_decide_by_the_browsers_python() throws Exception {
    index.has(
        TestWheel.of("app", "1")
            .needs("win; sys_platform == 'win32'", "wasm; sys_platform == 'emscripten'"));
    index.has(TestWheel.of("wasm", "1"));
    assertThat(versions(lock("app", "old; python_version < '3.9'"))).isEqualTo("app 1, wasm 1");
  }

  @Test
  void what_pages_bring_or_servers_need_is_locked_only_where_somebody_names_it() throws Exception {
    index.has(
        TestWheel.of("ipywidgets", "8")
            .needs("comm", "ipython>=6", "widgetsnbextension~=4.0", "jupyterlab_widgets~=3.0"));
    index.has(TestWheel.of("comm", "1")).has(TestWheel.of("ipython", "9").needs("comm"));
    assertThat(versions(lock("ipywidgets"))).isEqualTo("comm 1, ipywidgets 8");
    assertThat(versions(lock("ipywidgets", "ipython")))
        .isEqualTo("comm 1, ipython 9, ipywidgets 8");
  }

  @Test
  void extras_add_what_they_need() throws Exception {
    index.has(
        TestWheel.of("app", "1")
            .field("Provides-Extra", "plot")
            .needs("base", "lines; extra == 'plot'"));
    index.has(TestWheel.of("base", "1")).has(TestWheel.of("lines", "1"));
    assertThat(versions(lock("app"))).isEqualTo("app 1, base 1");
    LockFile lock = lock("app[plot]");
    assertThat(versions(lock)).isEqualTo("app 1, base 1, lines 1");
    assertThat(lock.packages().get(0).dependencies().toString()).isEqualTo("[base, lines]");
  }

  @Test
  void the_best_wheel_for_the_browser_is_taken() throws Exception {
    TestWheel fast = TestWheel.of("lib", "1").tag("cp314-cp314-pyemscripten_2026_0_wasm32");
    index.has(TestWheel.of("lib", "1")).has(fast);
    index.has(TestWheel.of("lib", "2").tag("cp314-cp314-manylinux_2_28_x86_64"));
    assertThat(lock("lib").packages().get(0).hash()).isEqualTo(fast.hash());
  }

  @Test
  void a_package_without_a_usable_wheel_is_told_from_one_that_there_is_not() {
    index.has(TestWheel.of("lib", "2").tag("cp314-cp314-win_amd64"));
    assertThat(conflict("lib"))
        .containsExactly(
            "lesson.md needs lib, and "
                + index.url()
                + " has one file of it, none for Python 3.14 in a browser.");
    assertThat(conflict("nowhere"))
        .containsExactly(
            "lesson.md needs nowhere, which is not in the packages of Pyodide 314.0.7 or "
                + index.url()
                + ".");
  }

  @Test
  void needs_that_exclude_each_other_are_explained() {
    index.has(TestWheel.of("a", "1").needs("lib>=2")).has(TestWheel.of("b", "1").needs("lib<2"));
    index.has(TestWheel.of("lib", "1")).has(TestWheel.of("lib", "2"));
    assertThat(String.join("\n", conflict("a", "b")))
        .contains("a 1 needs lib>=2", "b 1 needs lib<2", "lesson.md needs");
  }

  @Test
  void a_name_comes_from_the_first_source_that_has_it_alone() throws Exception {
    try (TestIndex hostile = new TestIndex(true)) {
      index.has(TestWheel.of("private", "1"));
      hostile.has(TestWheel.of("private", "99")).has(TestWheel.of("public", "1"));
      indexes.add(new SimpleIndex(web, Address.of(hostile.url())));
      assertThat(versions(lock("private", "public"))).isEqualTo("private 1, public 1");
      assertThat(conflict("private>=2").get(0)).contains("there is only private 1");
      assertThat(hostile.server().asked()).doesNotContain("/simple/private/");
    }
  }

  @Test
  void a_folder_of_wheels_is_a_source_and_its_wheels_are_locked_by_their_path() throws Exception {
    TestWheel wheel = TestWheel.of("lib", "1");
    wheel.into(folder.resolve("course/wheels"));
    folders.add(new WheelFolder(folder.resolve("course/wheels"), "course/wheels", engine()));
    LockedPackage locked = lock("lib").packages().get(0);
    assertThat(locked.origin())
        .isEqualTo(new LockedPackage.Origin.File("course/wheels/" + wheel.fileName()));
    folders.set(0, new WheelFolder(folder.resolve("none"), "none", engine()));
    assertThatThrownBy(() -> lock("lib")).hasMessageContaining("There is no folder");
  }

  @Test
  void what_was_locked_before_stays_where_it_will_do() throws Exception {
    index.has(TestWheel.of("lib", "1")).has(TestWheel.of("lib", "2")).has(TestWheel.of("lib", "3"));
    preferred.put(new PackageName("lib"), Version.parse("2"));
    assertThat(versions(lock("lib"))).isEqualTo("lib 2");
    assertThat(versions(lock("lib>2"))).isEqualTo("lib 3");
  }

  @Test
  void a_wheel_from_elsewhere_is_kept_and_locked_by_a_relative_path() throws Exception {
    TestWheel wheel = TestWheel.of("lib", "1");
    Path stick = folder.resolve("stick");
    wheel.into(stick);
    folders.add(new WheelFolder(stick, "stick", engine()));
    Path course = folder.resolve("course");
    LockFile lock = ((Locker.Outcome.Locked) outcome(course, "lib")).lock();
    assertThat(lock.packages().get(0).origin())
        .isEqualTo(new LockedPackage.Origin.File("../stick/" + wheel.fileName()));
    assertThat(cache().has(wheel.hash())).isTrue();
  }

  @Test
  void the_engines_own_packages_need_to_be_somewhere() throws Exception {
    TestWheel wheel = engineHas("fast", "pure");
    TestWheel other = engineHas("quick");
    index.has(TestWheel.of("pure", "1"));
    Map<PackageName, String> missing =
        ((Locker.Outcome.Unavailable) outcome(folder, "fast", "quick")).reasons();
    assertThat(missing.keySet().toString()).isEqualTo("[fast, quick]");
    assertThat(missing.get(new PackageName("fast")))
        .isEqualTo(
            wheel.fileName()
                + " is one of the packages that come with Pyodide 314.0.7, and is not on this"
                + " machine.");
    folders.add(new WheelFolder(folder.resolve("engine"), "engine", engine()));
    wheel.into(folder.resolve("engine"));
    other.into(folder.resolve("engine"));
    LockFile lock = ((Locker.Outcome.Locked) outcome(folder.resolve("x"), "fast", "quick")).lock();
    assertThat(versions(lock)).isEqualTo("fast 1, pure 1, quick 1");
    assertThat(lock.packages().get(0).origin()).isEqualTo(new LockedPackage.Origin.Engine());
    folders.clear();
    assertThat(versions(lock("fast"))).as("they are kept").isEqualTo("fast 1, pure 1");
  }

  @Test
  void an_index_is_asked_before_the_engines_packages_that_are_not_there() throws Exception {
    engineHas("fast");
    engineHas("numeric");
    index.has(TestWheel.of("fast", "3"));
    index.has(TestWheel.of("numeric", "3").tag("cp314-cp314-manylinux_2_28_x86_64"));
    assertThat(versions(lock("fast"))).isEqualTo("fast 3");
    Locker.Outcome outcome = outcome(folder, "numeric");
    assertThat(((Locker.Outcome.Unavailable) outcome).reasons().toString())
        .contains("come with Pyodide 314.0.7");
  }

  @Test
  void the_engines_packages_may_be_on_a_server() throws Exception {
    TestWheel wheel = engineHas("fast");
    index.server().on("/full/" + wheel.fileName(), "application/octet-stream", wheel.bytes());
    server = Optional.of(Address.of(index.server().url("/full/")));
    LockedPackage locked = lock("fast").packages().get(0);
    assertThat(locked.origin()).isEqualTo(new LockedPackage.Origin.Engine());
    assertThat(locked.hash()).isEqualTo(wheel.hash());
  }

  @Test
  void a_wheel_that_is_not_what_the_index_says_is_refused_with_both_hashes() throws Exception {
    TestWheel wheel = TestWheel.of("lib", "1");
    byte[] changed = wheel.bytes();
    changed[changed.length / 2] ^= 1;
    index.has(wheel);
    index.server().on("/files/" + wheel.fileName(), "application/octet-stream", changed);
    assertThat(((Locker.Outcome.Unavailable) outcome(folder, "lib")).reasons().toString())
        .contains(wheel.hash().hex(), Sha256.of(changed).hex());
  }

  @Test
  void metadata_that_do_not_arrive_are_no_reason_to_take_an_older_release() throws Exception {
    TestWheel newer = TestWheel.of("lib", "2");
    index.has(newer).has(TestWheel.of("lib", "1"));
    index
        .server()
        .on("/files/" + newer.fileName() + ".metadata", it -> it.sendResponseHeaders(503, -1));
    assertThatThrownBy(() -> lock("lib"))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("503");
  }

  @Test
  void a_release_with_metadata_that_nobody_can_read_is_passed_by() throws Exception {
    TestWheel newer = TestWheel.of("lib", "2");
    index.has(newer).has(TestWheel.of("lib", "1"));
    index.server().on("/files/" + newer.fileName() + ".metadata", "text/plain", "Name: lib");
    assertThat(versions(lock("lib"))).isEqualTo("lib 1");
  }

  @Test
  void without_an_index_what_was_locked_from_it_can_be_locked_again() throws Exception {
    index.has(TestWheel.of("app", "1").needs("lib")).has(TestWheel.of("lib", "1"));
    LockFile before = lock("app");
    index.close();
    indexes.set(0, new LockedIndex(before, cache()));
    assertThat(LockWriter.write(lock("app"))).isEqualTo(LockWriter.write(before));
    assertThat(conflict("app>1"))
        .containsExactly("lesson.md needs app>1, and there is only app 1.");
  }

  @Test
  void a_wheel_that_was_loaded_before_is_not_loaded_again() throws Exception {
    index.has(TestWheel.of("lib", "1"));
    lock("lib");
    lock("lib");
    assertThat(index.server().asked().stream().filter(it -> it.endsWith(".whl"))).hasSize(1);
  }

  /** Adds a package to the engine's list; its wheel is nowhere. */
  private TestWheel engineHas(String name, String... depends) {
    TestWheel wheel = TestWheel.of(name, "1").tag("cp314-cp314-pyemscripten_2026_0_wasm32");
    engine +=
        (engine.isEmpty() ? "" : ",")
            + """
              "%s": {"name": "%s", "version": "1", "file_name": "%s", "sha256": "%s",
               "depends": [%s], "imports": ["%s"]}
              """
                .formatted(
                    name,
                    name,
                    wheel.fileName(),
                    wheel.hash(),
                    Arrays.stream(depends).map(it -> '"' + it + '"').collect(joining(", ")),
                    name);
    return wheel;
  }

  private EnginePackages engine() {
    return new EnginePackages(
        "314.0.7", Json.parse(LIST.formatted(engine)), server, hash -> cache().has(hash));
  }

  private WheelCache cache() {
    return new WheelCache(web, folder.resolve("cache"));
  }

  private LockFile lock(String... requirements) throws IndexException, InterruptedException {
    return ((Locker.Outcome.Locked) outcome(folder, requirements)).lock();
  }

  private List<String> conflict(String... requirements) {
    try {
      return ((Locker.Outcome.Conflict) outcome(folder, requirements)).reasons();
    } catch (IndexException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Locker.Outcome outcome(Path beside, String... requirements)
      throws IndexException, InterruptedException {
    return new Locker(new Supply(folders, engine(), indexes), beside, cache(), preferred)
        .lock(
            Arrays.stream(requirements)
                .map(each -> new Wanted("lesson.md", Requirement.parse(each)))
                .toList());
  }

  private static String versions(LockFile lock) {
    return lock.packages().stream()
        .map(each -> each.name() + " " + each.version())
        .collect(joining(", "));
  }
}
