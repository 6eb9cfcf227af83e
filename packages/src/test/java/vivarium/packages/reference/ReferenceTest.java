package vivarium.packages.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.json.Json;
import vivarium.packages.engine.PyodideBuild;
import vivarium.packages.requirement.ExtraName;
import vivarium.packages.requirement.Marker;
import vivarium.packages.requirement.MarkerEnvironment;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.version.VersionSpecifiers;

/** Thousands of texts, read here and by the reference implementation, mean the same. */
class ReferenceTest {
  private static final int CASES = 4_000;

  private static final MarkerEnvironment ENVIRONMENT =
      MarkerEnvironment.of(
          new PyodideBuild(Version.parse("3.14.2"), "2026_0", Version.parse("5.0.3"), "wasm32"));

  private static final String ENVIRONMENT_OF_PYTHON =
      """
      env = dict(python_version="3.14", python_full_version="3.14.2", os_name="posix",
          sys_platform="emscripten", platform_release="5.0.3", platform_system="Emscripten",
          platform_version="#1", platform_machine="wasm32",
          platform_python_implementation="CPython", implementation_name="cpython",
          implementation_version="3.14.2")
      """;

  @TempDir private Path folder;

  @BeforeEach
  void need_the_reference() throws Exception {
    ReferenceImplementation.assumePresent(folder);
  }

  @Test
  void versions_have_the_same_normal_form() throws Exception {
    Texts texts = new Texts(1);
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      versions.add(texts.version());
    }
    String body =
        """
        try:
            v = Version(case)
            return f"{v} {v.is_prerelease} {v.is_postrelease}"
        except InvalidVersion:
            return "invalid"
        """;
    List<String> mine =
        versions.stream()
            .map(
                text ->
                    Version.tryParse(text)
                        .map(
                            v ->
                                v
                                    + " "
                                    + python(v.isPrerelease())
                                    + " "
                                    + python(v.isPostrelease()))
                        .orElse("invalid"))
            .toList();
    compare(versions.stream().map(Json::of).toList(), body, mine);
  }

  @Test
  void versions_have_the_same_order() throws Exception {
    Texts texts = new Texts(2);
    List<Json> cases = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    while (cases.size() < CASES) {
      String a = texts.version();
      String b = texts.version();
      if (Version.tryParse(a).isPresent() && Version.tryParse(b).isPresent()) {
        cases.add(Json.of(List.of(Json.of(a), Json.of(b))));
        mine.add(String.valueOf(Integer.signum(Version.parse(a).compareTo(Version.parse(b)))));
      }
    }
    String body =
        """
        a, b = Version(case[0]), Version(case[1])
        return str((a > b) - (a < b))
        """;
    compare(cases, body, mine);
  }

  @Test
  void demands_are_met_by_the_same_versions() throws Exception {
    Texts texts = new Texts(3);
    List<Json> cases = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    while (cases.size() < 3 * CASES) {
      String demands = texts.demands();
      String version = texts.version();
      if (Version.tryParse(version).isPresent()) {
        cases.add(Json.of(List.of(Json.of(demands), Json.of(version))));
        mine.add(met(demands, Version.parse(version)));
      }
    }
    String body =
        """
        try:
            s = SpecifierSet(case[0])
        except InvalidSpecifier:
            return "invalid"
        v = Version(case[1])
        return f"{s.contains(v, prereleases=True)} {s.contains(v, prereleases=bool(s.prereleases))}"
        """;
    compare(cases, body, mine);
  }

  private static String met(String demands, Version version) {
    try {
      VersionSpecifiers specifiers = VersionSpecifiers.parse(demands);
      return python(specifiers.contains(version, true))
          + " "
          + python(specifiers.contains(version, false));
    } catch (SyntaxException e) {
      return "invalid";
    }
  }

  @Test
  void markers_hold_in_the_same_environments() throws Exception {
    Texts texts = new Texts(4);
    List<Json> cases = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String text = texts.marker(2);
      String extra = texts.one(List.of("", "test", "socks", "te-st"));
      cases.add(Json.of(List.of(Json.of(text), Json.of(extra))));
      mine.add(holds(text, extra));
    }
    String body =
        ENVIRONMENT_OF_PYTHON
            + """
            try:
                return str(Marker(case[0]).evaluate(dict(env, extra=case[1])))
            except Exception as e:
                return "invalid"
            """;
    compare(cases, body, mine);
  }

  private static String holds(String text, String extra) {
    try {
      Set<ExtraName> extras = extra.isEmpty() ? Set.of() : Set.of(ExtraName.of(extra));
      Marker marker = Marker.parse(text);
      assertThat(Marker.parse(marker.toString())).isEqualTo(marker);
      return python(marker.evaluate(ENVIRONMENT, extras));
    } catch (SyntaxException e) {
      return "invalid";
    }
  }

  @Test
  void requirements_have_the_same_parts() throws Exception {
    Texts texts = new Texts(5);
    List<String> requirements = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      requirements.add(texts.requirement());
    }
    String body =
        ENVIRONMENT_OF_PYTHON
            + """
            try:
                r = Requirement(case)
                extras = ",".join(sorted({canonicalize_name(e) for e in r.extras}))
                holds = r.marker is None or r.marker.evaluate(dict(env, extra=""))
                # It reads names that end with "_", which the specification has not.
                name = canonicalize_name(r.name, validate=True)
                return f"{name}[{extras}] {len(r.specifier) > 0} {r.url} {holds}"
            except Exception:
                return "invalid"
            """;
    compare(
        requirements.stream().map(Json::of).toList(),
        body,
        requirements.stream().map(ReferenceTest::parts).toList());
  }

  private static String parts(String text) {
    try {
      Requirement requirement = Requirement.parse(text);
      assertThat(Requirement.parse(requirement.toString())).isEqualTo(requirement);
      String extras =
          new TreeSet<>(requirement.extras())
              .stream().map(ExtraName::normalized).collect(Collectors.joining(","));
      return requirement.name().normalized()
          + "["
          + extras
          + "] "
          + python(!requirement.specifiers().isAny())
          + " "
          + requirement.url().orElse("None")
          + " "
          + python(requirement.holds(ENVIRONMENT, Set.of()));
    } catch (SyntaxException e) {
      return "invalid";
    }
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }

  private void compare(List<Json> cases, String body, List<String> mine) throws Exception {
    List<Json> theirs = ReferenceImplementation.answers(folder, body, cases);
    List<String> differences = new ArrayList<>();
    int valid = 0;
    for (int i = 0; i < cases.size(); i++) {
      String expected = ((Json.Str) theirs.get(i)).value();
      valid += expected.equals("invalid") ? 0 : 1;
      if (!expected.equals(mine.get(i))) {
        differences.add(cases.get(i).text() + ": " + mine.get(i) + ", not " + expected);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(valid).isGreaterThan(cases.size() / 4);
  }
}
