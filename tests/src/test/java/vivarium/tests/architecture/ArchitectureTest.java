package vivarium.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("vivarium");

  /** What each room may use of the others: only what stands above it. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("protocol", List.of("model")),
          Map.entry("packages", List.of("model")),
          Map.entry("parse", List.of("model")),
          Map.entry("kernel", List.of("model", "protocol", "packages")),
          Map.entry("python", List.of()),
          Map.entry("engine", List.of("model", "protocol")),
          Map.entry("execute", List.of("model", "protocol", "engine")),
          Map.entry("site", List.of("model", "packages", "parse", "engine", "execute")),
          Map.entry("web", List.of("model", "protocol")),
          Map.entry("server", List.of("model", "site")),
          Map.entry("check", List.of("model", "parse", "engine", "execute", "site", "server")),
          Map.entry(
              "cli",
              List.of(
                  "model", "packages", "parse", "engine", "execute", "site", "server", "check")));

  static List<String> rooms() {
    return List.copyOf(new TreeSet<>(ROOMS.keySet()));
  }

  @Test
  void enough_classes_are_looked_at_for_the_rules_to_mean_something() {
    assertThat(ALL.size()).isGreaterThan(180);
    for (String room : rooms()) {
      assertThat(ALL.stream().filter(c -> c.getPackageName().startsWith("vivarium." + room)))
          .as(room)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void arrows_point_one_way(String room) {
    String[] forbidden =
        rooms().stream()
            .filter(other -> !other.equals(room) && !ROOMS.get(room).contains(other))
            .map(other -> "vivarium." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("vivarium." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(ALL);
  }

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching("vivarium.(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void the_model_and_the_protocol_need_nothing_but_the_jdk() {
    noClasses()
        .that()
        .resideInAnyPackage("vivarium.model..", "vivarium.protocol..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "vivarium..", "org.jspecify..")
        .check(ALL);
  }

  @Test
  void what_chooses_packages_in_browsers_knows_nothing_of_files_and_connections() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "vivarium.packages.choice..",
            "vivarium.packages.offer..",
            "vivarium.packages.resolve..",
            "vivarium.packages.version..",
            "vivarium.packages.syntax..",
            "vivarium.packages.engine..",
            "vivarium.kernel.installer..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net.http..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.regex..",
                    "org.jsoup..",
                    "org.tomlj..",
                    "vivarium.packages.index..",
                    "vivarium.packages.lock..")
                .and(not(type(Path.class)))) // A place that browsers never come to.
        .check(ALL);
  }

  @Test
  void only_the_engine_knows_of_v8() {
    noClasses()
        .that()
        .resideOutsideOfPackage("vivarium.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.caoccao..")
        .check(ALL);
  }

  @Test
  void only_kernel_and_web_know_of_the_browser() {
    noClasses()
        .that()
        .resideOutsideOfPackages("vivarium.kernel..", "vivarium.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.teavm..")
        .check(ALL);
  }

  @Test
  void only_the_command_line_prints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("vivarium.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(ALL);
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)$")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..")
        .check(ALL);
  }

  @Test
  void every_package_says_where_null_may_be() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(ALL);
    TreeSet<String> described = new TreeSet<>();
    TreeSet<String> all = new TreeSet<>();
    ALL.forEach(
        c -> {
          all.add(c.getPackageName());
          if (c.getSimpleName().equals("package-info")) {
            described.add(c.getPackageName());
          }
        });
    assertThat(described).isEqualTo(all);
  }
}
