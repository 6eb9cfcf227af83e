package vivarium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every message of the command has its section in the manual, and no section is about none. */
class TroubleshootingTest {
  private static final Path ROOT = Path.of("..");

  private static final int OVER_LINES = Pattern.MULTILINE | Pattern.DOTALL;

  /** What makes diagnostics: {@code Diagnostic} itself, and what passes a code on to it. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:error|warning|warnOnce|warn|failed|file|shown|EnvironmentException|Fault)\\(");

  private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");

  /** The first part of a code whose last word depends on what is wrong: {@code "missing-" + …}. */
  private static final Pattern PREFIX = Pattern.compile("\"([a-z]+-)\"\\s*\\+");

  private static final Pattern SECTION =
      Pattern.compile("^### ([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\\n(.*?)(?=^#|\\z)", OVER_LINES);

  private static List<String> sources = List.of();
  private static Map<String, String> sections = Map.of();

  @BeforeAll
  static void read() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles()) {
      found.add(withoutComments(Files.readString(file)));
    }
    sources = List.copyOf(found);
    String manual = Files.readString(ROOT.resolve("docs/troubleshooting.md"));
    sections = new LinkedHashMap<>();
    SECTION
        .matcher(manual)
        .results()
        .forEach(section -> sections.put(section.group(1), section.group(2)));
  }

  @Test
  void every_code_has_its_section() {
    Set<String> codes = new TreeSet<>();
    for (String source : sources) {
      for (String arguments : argumentsOfCalls(source)) {
        CODE.matcher(arguments).results().forEach(code -> codes.add(code.group(1)));
      }
    }
    assertThat(codes).hasSizeGreaterThan(50);
    assertThat(sections.keySet()).containsAll(codes);
  }

  @Test
  void every_code_in_parts_has_sections() {
    Set<String> prefixes =
        sources.stream()
            .flatMap(source -> argumentsOfCalls(source).stream())
            .flatMap(arguments -> PREFIX.matcher(arguments).results())
            .map(prefix -> prefix.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(prefixes)
        .isNotEmpty()
        .allSatisfy(
            prefix -> assertThat(sections.keySet()).anyMatch(code -> code.startsWith(prefix)));
  }

  @Test
  void every_section_is_about_a_code() {
    assertThat(sections.keySet())
        .filteredOn(code -> sources.stream().noneMatch(source -> makes(source, code)))
        .isEmpty();
  }

  @Test
  void every_section_says_symptom_reason_and_solution() {
    assertThat(sections)
        .allSatisfy(
            (code, text) ->
                assertThat(text)
                    .containsSubsequence("**Symptom:** ", "**Reason:** ", "**Solution:** "));
  }

  @Test
  void sections_are_in_alphabetical_order() {
    assertThat(sections.keySet()).containsExactlyElementsOf(new TreeSet<>(sections.keySet()));
  }

  private static List<Path> javaFiles() throws IOException {
    List<Path> roots;
    try (Stream<Path> modules = Files.list(ROOT)) {
      roots =
          modules
              .map(module -> module.resolve("src/main/java"))
              .filter(Files::isDirectory)
              .sorted()
              .toList();
    }
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** Without comments of whole lines, and without characters, which may be quotation marks. */
  private static String withoutComments(String java) {
    return Pattern.compile("/\\*.*?\\*/|^\\s*//[^\\n]*|'(?:\\\\.|[^'\\\\])'", OVER_LINES)
        .matcher(java)
        .replaceAll("");
  }

  /** What stands between the parentheses of each call in {@link #CALL}. */
  private static List<String> argumentsOfCalls(String java) {
    List<String> arguments = new ArrayList<>();
    Matcher call = CALL.matcher(java);
    while (call.find()) {
      arguments.add(java.substring(call.end(), closing(java, call.end())));
    }
    return arguments;
  }

  /** Where the parenthesis closes that opened before {@code start}. */
  private static int closing(String java, int start) {
    int open = 1;
    boolean quoted = false;
    int at = start;
    while (open > 0) {
      char c = java.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        open++;
      } else if (!quoted && c == ')') {
        open--;
      }
      at++;
    }
    return at - 1;
  }

  private static boolean makes(String source, String code) {
    return source.contains("\"" + code + "\"")
        || PREFIX
            .matcher(source)
            .results()
            .map(MatchResult::group)
            .map(part -> part.substring(1, part.indexOf('"', 1)))
            .anyMatch(
                prefix ->
                    code.startsWith(prefix)
                        && source.contains("\"" + code.substring(prefix.length()) + "\""));
  }
}
