package vivarium.model.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.Json;

class ConfigurationCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"packages\": [\"numpy\", \"./a.whl\"], \"name\": \"x\", \"debug\": true}",
        "{\"files\": {\"./a.csv\": \"\", \"{D}\": \"https://x\"}, \"packages_cache\": \"never\"}",
        "{\"fetch\": [{\"files\": [\"a\"], \"from\": \"b/\", \"to_folder\": \"c\"}]}",
        "{\"js_modules\": {\"main\": {\"./a.js\": \"a\"}, \"worker\": {\"./b.js\": [\"b\", \"c\"]}}}",
        "{\"plugins\": [\"!error\", \"!py-game\"], \"experimental_ffi_timeout\": -1}",
        "{\"greeting\": {\"any\": [1]}, \"teacher\": null}",
      })
  void what_is_right_passes_and_so_do_keys_of_the_author(String configuration) {
    assertThat(ConfigurationCheck.of(Json.parse(configuration))).isEmpty();
  }

  @Test
  void a_name_that_is_almost_a_key_is_told_with_the_key() {
    assertThat(said("{\"pakages\": [\"numpy\"]}"))
        .containsExactly(
            "pakages: No key is called \"pakages\", and it has no effect. Did you mean"
                + " \"packages\"? If not, choose a name less like it.");
  }

  @Test
  void a_list_of_files_becomes_the_table_that_was_meant() {
    assertThat(said("{\"files\": [\"./data.csv\", \"b.txt\"]}"))
        .containsExactly(
            "files! \"files\" is a list, and has to be a table of texts. Write: files ="
                + " {\"./data.csv\" = \"\", \"b.txt\" = \"\"}.");
  }

  @Test
  void values_of_another_kind_are_errors_with_what_to_write() {
    assertThat(said("{\"packages\": \"numpy\", \"debug\": \"false\", \"interpreter\": 1}"))
        .containsExactly(
            "packages! \"packages\" is a text, and has to be a list of texts. Write: packages ="
                + " [\"numpy\"].",
            "debug! \"debug\" is a text, and has to be true or false. Write: debug = false.",
            "interpreter! \"interpreter\" is a number, and has to be a text. Write: interpreter ="
                + " \"text\".");
  }

  @Test
  void what_is_inside_lists_and_tables_is_looked_at() {
    assertThat(
            said(
                """
                {"packages": ["a", 1], "files": {"./a": {}}, "js_modules": {"./a.js": "a"},
                 "plugins": ["!eror"], "packages_cache": "sometimes", "fetch": [{"form": "x"}]}
                """))
        .containsExactly(
            "packages[1]! An item of \"packages\" is a number, and has to be a text. Put it into"
                + " quotation marks.",
            "files.\"./a\"! \"./a\" is given a table, and needs a text: where the file is to be in"
                + " Python's folder. Write: \"./a\" = \"\", which keeps its name.",
            "js_modules! \"js_modules\" has tables for \"main\" and \"worker\", and this is"
                + " \"./a.js\". Write: [js_modules.main], or [js_modules.worker].",
            "plugins[0]: \"eror\" is not known here, and has no effect. Did you mean \"error\"?",
            "packages_cache: \"sometimes\" is not known here, and has no effect. There are"
                + " \"never\", \"passthrough\", \"all\".",
            "fetch[0]: \"form\" is not known here, and has no effect. Did you mean \"from\"?");
  }

  @Test
  void keys_of_old_days_are_told_with_what_does_their_work_now() {
    assertThat(said("{\"paths\": [\"./a.py\"], \"execution_thread\": \"worker\"}"))
        .hasSize(2)
        .allMatch(line -> line.contains("PyScript no longer knows"));
  }

  @Test
  void what_is_no_table_is_an_error() {
    assertThat(said("[\"numpy\"]"))
        .containsExactly("! A configuration is a table of keys. Write: packages = [\"one\"].");
  }

  private static List<String> said(String configuration) {
    return ConfigurationCheck.of(Json.parse(configuration)).stream()
        .map(
            each ->
                each.path() + (each.isError() ? "! " : ": ") + each.message() + " " + each.remedy())
        .toList();
  }
}
