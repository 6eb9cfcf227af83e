package vivarium.packages.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlineScriptTest {
  private static InlineScript read(String source) {
    return InlineScript.read("script.py", source);
  }

  private static List<String> places(InlineScript script) {
    return script.dependencies().stream()
        .map(one -> one.requirement() + " at " + one.where())
        .toList();
  }

  @Test
  void the_example_of_the_specification_is_read() {
    InlineScript script =
        read(
            """
            # /// script
            # requires-python = ">=3.11"
            # dependencies = [
            #   "requests<3",
            #   "rich",
            # ]
            # ///

            import requests
            """);
    assertThat(script.isPresent()).isTrue();
    assertThat(script.diagnostics()).isEmpty();
    assertThat(places(script))
        .containsExactly("requests<3 at script.py:4:6", "rich at script.py:5:6");
    assertThat(script.requiresPython().orElseThrow().versions()).hasToString(">=3.11");
    assertThat(script.requiresPython().orElseThrow().where()).hasToString("script.py:2:3");
  }

  @Test
  void the_last_line_that_can_close_a_block_does() {
    InlineScript script =
        read(
            """
            #!/usr/bin/env python
            # /// some-toml
            # embedded-csharp = '''
            # /// <summary>
            # /// text
            # ///
            # /// </summary>
            # '''
            # ///
            # /// script
            import x

            # /// script
            # [tool.x]
            # text = '''
            # ///
            #
            # /// other
            # '''
            # ///
            """);
    assertThat(script.isPresent()).isTrue();
    assertThat(script.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# /// script\n# dependencies = []\n",
        "# /// script\n# ///\n",
        "# /// script\n\n# ///\n",
        "# /// script\n#x\n# ///\n",
        "# /// script \n# a = 1\n# ///\n",
        "#/// script\n# a = 1\n# ///\n",
        "  # /// script\n# a = 1\n# ///\n",
        "# /// script\n# a = 1\n# /// \n",
        "# /// Script\n# a = 1\n# ///\n",
        "# /// pyproject\n# dependencies = ['a']\n# ///\n"
      })
  void what_is_no_block_is_ignored(String source) {
    assertThat(read(source).isPresent()).isFalse();
    assertThat(read(source).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# /// script\n# dependencies = []\n# ///\n\n# /// script\n# dependencies = []\n# ///\n",
        "# /// script\n# dependencies = []\n# ///\n#\n# /// script\n# dependencies = []\n# ///\n"
      })
  void a_second_block_is_a_mistake(String source) {
    assertThat(read(source).diagnostics())
        .singleElement()
        .hasToString(
            "script.py:5:1: A second block \"# /// script\" begins here; the first one begins in"
                + " line 1.\n"
                + "  Put both together, and end the block with a line \"# ///\".");
  }

  @Test
  void mistakes_are_placed_in_the_script() {
    InlineScript script =
        read("\r\n# /// script\r\n# dependencies = ['ok', 'not ok']\r\n# ///\r\n");
    assertThat(places(script)).containsExactly("ok at script.py:3:20");
    assertThat(script.diagnostics()).hasSize(1);
    assertThat(script.diagnostics().get(0).where()).hasToString("script.py:3:30");
    assertThat(read("# /// script\n#\n# a = =\n# ///\n").diagnostics().get(0).where())
        .hasToString("script.py:3:7");
  }

  @Test
  @Timeout(20)
  void a_hostile_script_is_read_at_once() {
    assertThat(read("# /// script\n".repeat(300_000)).isPresent()).isFalse();
    assertThat(read("# /// a\n# x\n".repeat(200_000) + "# ///\n").isPresent()).isFalse();
    assertThat(read("# /// script\n" + "# [\n".repeat(50_000) + "# ///\n").diagnostics())
        .hasSize(1);
  }
}
