package vivarium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual of the package {@code pyscript}, held against its types. */
class PyscriptApiTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PACKAGE = ROOT.resolve("python/src/main/python/pyscript");
  private static final Pattern CALL = Pattern.compile("`(\\w+).*");

  @Test
  void everything_public_is_in_the_manual_with_its_parameters() throws IOException {
    List<PyscriptStubs.Promise> promises = PyscriptStubs.in(PACKAGE);
    assertThat(promises).hasSizeGreaterThan(200);
    List<PyscriptStubs.Promise> missing = new ArrayList<>();
    for (PyscriptStubs.Promise promise : promises) {
      String section = section(promise.module(), promise.owner());
      if (!section.replace('\'', '"').contains("`" + promise.call().replace('\'', '"'))) {
        if (!section.contains("\n### " + promise.name() + "\n")) {
          missing.add(promise);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void the_manual_names_nothing_that_is_not_there() throws IOException {
    List<String> known = PyscriptStubs.in(PACKAGE).stream().map(each -> each.name()).toList();
    List<String> headings =
        manual()
            .lines()
            .filter(line -> line.startsWith("### ") && !line.equals("### Classes of elements"))
            .map(line -> line.replaceFirst("### (?:await |class )?", ""))
            .toList();
    assertThat(headings).hasSizeGreaterThan(40);
    assertThat(known).containsAll(headings);
    List<String> rows =
        manual()
            .substring(0, manual().indexOf("\n## The module"))
            .lines()
            .filter(line -> line.matches("\\| (?:await )?`\\w+(?:\\(.*?\\))?` \\|.*"))
            .map(line -> CALL.matcher(line.substring(line.indexOf('`'))).replaceFirst("$1"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(known).containsAll(rows);
  }

  /** What the manual says of a module, or of a class in it. */
  private static String section(String module, String owner) throws IOException {
    String ofModule =
        Arrays.stream(manual().split("\n(?=## )"))
            .filter(each -> each.contains("\nModule `pyscript." + module + "`"))
            .findFirst()
            .orElse("");
    return owner.isEmpty()
        ? ofModule
        : Arrays.stream(ofModule.split("\n(?=### )"))
            .filter(each -> each.startsWith("### class " + owner + "\n"))
            .findFirst()
            .orElse("");
  }

  private static String manual() throws IOException {
    return Files.readString(ROOT.resolve("docs/pyscript-api.md"));
  }
}
