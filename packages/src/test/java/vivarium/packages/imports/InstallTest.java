package vivarium.packages.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallTest {
  @Test
  void texts_and_lists_of_texts_are_found_with_their_places() {
    assertThat(
            installs(
                """
                import micropip
                await micropip.install("rich>=14")
                try:
                    import x
                except ImportError:
                    await micropip.install(
                        ['one',  # the first
                         "two[extra]"], keep_going=True)
                micropip.install(requirements="three"); pyodide_js.loadPackage(("four", "five",))
                js.pyodide.loadPackage('six')
                "é"; await micropip.install("seven")
                """))
        .isEqualTo(
            "rich>=14 2:25, one 7:11, two[extra] 8:11, three 9:32, four 9:66, five 9:74,"
                + " six 10:25, seven 11:30");
  }

  @Test
  void names_that_an_import_gives_are_known() {
    assertThat(
            installs(
                """
                import json, micropip as mp
                await mp.install("one")
                from micropip import freeze, install
                await install(["two"])
                from micropip import (install as get)
                await get('three'); x.get('four'); store.install("five")
                """))
        .isEqualTo("one 2:19, two 4:17, three 6:12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "micropip.install(name)",
        "micropip.install(f'{name}')",
        "micropip.install('a' + b)",
        "micropip.install('a' 'b')",
        "micropip.install('a\\n')",
        "micropip.install('''a''')",
        "micropip.install('')",
        "micropip.install(index_urls='a')",
        "micropip.install(['a' if b else c])",
        "micropip.freeze('a')",
        "install('a')",
        "from other import install; install('a')",
        "print(\"micropip.install('a')\")",
        "# micropip.install('a')",
        "micropip.install('a",
        "micropip.install(",
        "micropip.install",
      })
  void what_must_be_calculated_or_is_none_is_left_out(String code) {
    assertThat(installs(code)).isEmpty();
  }

  private static String installs(String code) {
    return Install.in(code).stream()
        .map(it -> it.text() + " " + it.line() + ":" + it.column())
        .collect(Collectors.joining(", "));
  }
}
