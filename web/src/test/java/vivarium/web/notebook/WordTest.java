package vivarium.web.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vivarium.model.json.Json;

/** What the page of a notebook says, in each of its languages. */
class WordTest {
  private static final Path FOLDER = Path.of("src/main/strings/notebook");
  private static final Path OTHERS = Path.of("../model/src/main/resources/vivarium/strings");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  static List<String> languages() throws IOException {
    try (Stream<Path> files = Files.list(OTHERS)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void each_language_of_pages_has_all_words_with_the_same_places_for_values(String language)
      throws IOException {
    Map<String, String> english = words("en.json");
    Map<String, String> words = words(language);
    assertThat(words.keySet())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Word.values()).map(Word::key).toList());
    words.forEach(
        (key, text) ->
            assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, ""))));
  }

  @Test
  void every_word_is_said_somewhere() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/vivarium/web/notebook"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file));
      }
    }
    String panel = Files.readString(Path.of("src/main/js/notebook-files.js"));
    assertThat(Arrays.stream(Word.values()))
        .filteredOn(word -> !word.name().startsWith("TO_HEADING_"))
        .filteredOn(word -> !Pattern.compile("Word\\." + word + "\\b").matcher(sources).find())
        .filteredOn(word -> !panel.contains("\"" + word.key() + "\""))
        .isEmpty();
  }

  private static List<String> places(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Map<String, String> words(String file) throws IOException {
    Json.Obj object = (Json.Obj) Json.parse(Files.readString(FOLDER.resolve(file)));
    return object.members().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> ((Json.Str) it.getValue()).value()));
  }
}
