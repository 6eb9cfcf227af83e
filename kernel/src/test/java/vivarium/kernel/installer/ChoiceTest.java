package vivarium.kernel.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

class ChoiceTest {
  private static final String FIRST = "https://first.test/simple/";
  private static final String SECOND = "https://second.test/";

  private final Map<String, String> web = new HashMap<>();
  private final List<List<String>> asked = new ArrayList<>();

  @Test
  void what_a_package_needs_is_asked_for_at_once() {
    publish(FIRST, "a", "1.0", "Requires-Dist: b", "Requires-Dist: c>=2");
    publish(FIRST, "b", "1.0");
    publish(FIRST, "c", "2.0");
    assertThat(names(choose("{}", "a"))).containsExactly("a 1.0", "b 1.0", "c 2.0");
    assertThat(asked).hasSize(5); // The page and metadata of a, both pages, and both metadata.
    assertThat(asked.get(2)).containsExactly(FIRST + "b/", FIRST + "c/");
  }

  @Test
  void a_package_comes_from_the_first_index_that_has_its_name() {
    publish(SECOND, "a", "2.0");
    publish(FIRST, "a", "1.0");
    publish(SECOND, "b", "1.0", "Requires-Dist: a");
    JsonObject chosen = choose("{}", "b");
    assertThat(names(chosen)).containsExactly("a 1.0", "b 1.0");
    assertThat(asked.toString()).contains(SECOND + "b/").doesNotContain(SECOND + "a/");
    assertThat(choose("{}", "a>1").string("problem"))
        .isEqualTo("the cell needs a>1, and there is only a 1.0.");
  }

  @Test
  void what_is_here_stays_and_no_index_is_asked_for_it() {
    web.put("a", "Name: a\nVersion: 1.0\nRequires-Dist: b; extra == 'more'\n");
    publish(FIRST, "a", "2.0");
    publish(FIRST, "b", "1.0");
    JsonObject chosen = choose("{\"a\": \"1.0\"}", "a[more]");
    assertThat(names(chosen)).containsExactly("b 1.0");
    assertThat(chosen.array("here")).containsExactly(new Json.Str("a"));
    assertThat(asked.toString()).doesNotContain(FIRST + "a/");
  }

  @Test
  void a_release_that_is_another_than_its_wheel_says_is_passed_over() {
    publish(FIRST, "a", "1.0");
    publish(FIRST, "a", "2.0");
    web.replace(FIRST + "a-2.0-py3-none-any.whl.metadata", "Name: evil\nVersion: 2.0\n");
    assertThat(names(choose("{}", "a"))).containsExactly("a 1.0");
    web.replace(FIRST + "a-1.0-py3-none-any.whl.metadata", "nothing");
    assertThat(choose("{}", "a").string("problem"))
        .contains("says of itself that it is evil 2.0", "The field Name is missing");
  }

  @Test
  void metadata_that_are_no_file_of_their_own_are_in_the_wheel() {
    publish(FIRST, "a", "1.0");
    String metadata = web.remove(FIRST + "a-1.0-py3-none-any.whl.metadata");
    web.put(FIRST + "a-1.0-py3-none-any.whl", metadata);
    assertThat(names(choose("{}", "a"))).containsExactly("a 1.0");
  }

  @Test
  void what_is_no_requirement_or_names_an_address_is_a_problem() {
    assertThat(choose("{}", "a=>1").string("problem")).contains("\"a=>1\", character");
    assertThat(choose("{}", "a @ https://first.test/a.whl").string("problem"))
        .contains("from an address of its own");
  }

  @Test
  void well_known_names_lead_to_distributions() {
    assertThat(Installer.distribution("# comment\nbs4 beautifulsoup4\n", "bs4"))
        .isEqualTo("beautifulsoup4");
    assertThat(Installer.distribution("bs4 beautifulsoup4", "bs5")).isEmpty();
  }

  private final Map<String, List<String>> pages = new HashMap<>();

  private void publish(String index, String name, String version, String... fields) {
    String file = name + "-" + version + "-py3-none-any.whl";
    List<String> files = pages.computeIfAbsent(index + name + "/", it -> new ArrayList<>());
    files.add(
        "{\"filename\": \"%s\", \"url\": \"../%s\", \"core-metadata\": true}"
            .formatted(file, file));
    web.put(index + name + "/", "{\"files\": [" + String.join(",", files) + "]}");
    web.put(
        index + file + ".metadata",
        "Name: %s\nVersion: %s\n%s\n".formatted(name, version, String.join("\n", fields)));
  }

  private JsonObject choose(String here, String wanted) {
    asked.clear();
    Choice choice =
        Installer.choose(
            """
            {"python": "3.14.2", "abi": "2026_0", "emscripten": "5.0.3", "machine": "wasm32",
             "wanted": ["%s"], "here": %s, "indexes": ["%s", "%s"], "alone": false}"""
                .formatted(wanted, here, FIRST, SECOND));
    while (true) {
      JsonObject step = JsonObject.of(Json.parse(choice.next()));
      if (!step.has("questions")) {
        return step;
      }
      List<String> keys = new ArrayList<>();
      for (Json question : step.array("questions")) {
        String key = JsonObject.of(question).string("key");
        keys.add(key);
        if (web.containsKey(key)) {
          choice.answer(key, key, web.get(key));
        } else {
          choice.absent(key);
        }
      }
      asked.add(keys);
    }
  }

  private static List<String> names(JsonObject chosen) {
    return chosen.array("wheels").stream()
        .map(JsonObject::of)
        .map(each -> each.string("name") + " " + each.string("version"))
        .toList();
  }
}
