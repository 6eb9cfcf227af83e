package vivarium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vivarium.model.json.Json;
import vivarium.model.text.Message;

/** What Vivarium says to readers, in each of its languages. */
class LanguageFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path FOLDER = ROOT.resolve("model/src/main/resources/vivarium/strings");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  static List<String> languages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }
  }

  @Test
  void english_and_german_are_there() throws IOException {
    assertThat(languages()).contains("en", "de");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_language_has_a_text_for_every_message_and_no_other(String language) throws IOException {
    List<String> keys = Arrays.stream(Message.values()).map(Message::key).toList();
    assertThat(strings(language).keySet()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_text_has_the_places_for_values_that_it_has_in_english(String language) throws IOException {
    Map<String, String> english = strings("en");
    strings(language)
        .forEach(
            (key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
  }

  @Test
  void every_message_is_said_somewhere() throws IOException {
    String sources = sources();
    assertThat(Arrays.stream(Message.values()))
        .filteredOn(
            message ->
                !Pattern.compile("Message\\." + message + "\\b").matcher(sources).find()
                    && !sources.contains("texts[\"" + message.key() + "\"]")
                    && !sources.contains("text(\"" + message.key() + "\""))
        .isEmpty();
  }

  @Test
  void the_manual_lists_every_string() throws IOException {
    String manual = Files.readString(ROOT.resolve("docs/customizing.md"));
    assertThat(strings("en"))
        .allSatisfy(
            (key, text) -> assertThat(manual).contains("| `" + key + "` | " + text.strip() + " |"));
  }

  private static Map<String, String> strings(String language) throws IOException {
    Json.Obj object = (Json.Obj) Json.parse(Files.readString(FOLDER.resolve(language + ".json")));
    return object.members().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, text -> ((Json.Str) text.getValue()).value()));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : List.of("model", "site", "web")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|js)")).toList()) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
