package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.model.output.MimeBundle;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** What Python's side makes of the values that cells show. */
class DisplayedTest {
  @TempDir static Path cache;
  private static SealedPython python;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 1);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  private static List<Outputs> run(String... cells) throws InterruptedException {
    return SealedPythonTest.run(python, cells);
  }

  /** The forms of the values that a cell shows. */
  private static List<Map<String, String>> forms(String cell) throws InterruptedException {
    Outputs outputs = run(cell).get(0);
    assertThat(outputs.failure()).isEmpty();
    return outputs.items().stream()
        .map(
            item ->
                item instanceof Output.Display display
                    ? display.bundle().data()
                    : ((Output.Result) item).bundle().data())
        .toList();
  }

  @Test
  void a_value_has_every_form_that_its_class_can_make() throws Exception {
    Map<String, String> forms =
        forms(
                """
                class All:
                    def _repr_html_(self): return "<b>h</b>"
                    def _repr_svg_(self): return "<svg/>"
                    def _repr_png_(self): return b"png"
                    def _repr_jpeg_(self): return b"jpeg", {"width": 3}
                    def _repr_gif_(self): return b"gif"
                    def _repr_markdown_(self): return "**m**"
                    def _repr_latex_(self): return "$l$"
                    def _repr_json_(self): return {"j": [1, None]}
                    def __repr__(self): return "plain"
                All()
                """)
            .get(0);
    assertThat(forms)
        .containsOnly(
            Map.entry(MimeBundle.HTML, "<b>h</b>"),
            Map.entry(MimeBundle.SVG, "<svg/>"),
            Map.entry(MimeBundle.PNG, "cG5n"),
            Map.entry(MimeBundle.JPEG, "anBlZw=="),
            Map.entry(MimeBundle.GIF, "Z2lm"),
            Map.entry(MimeBundle.MARKDOWN, "**m**"),
            Map.entry(MimeBundle.LATEX, "$l$"),
            Map.entry(MimeBundle.JSON, "{\"j\": [1, null]}"),
            Map.entry(MimeBundle.TEXT, "plain"));
  }

  @Test
  void forms_that_fail_or_are_of_a_wrong_kind_are_passed_over() throws Exception {
    assertThat(
            forms(
                """
                class Odd:
                    def _repr_html_(self): raise ValueError
                    def _repr_png_(self): return 3
                    def _repr_json_(self): return {1, 2}
                    def _repr_mimebundle_(self, include, exclude):
                        return {"image/gif": b"GIF89a", 5: "x", "text/html": object()}
                    def __repr__(self): return "odd"
                Odd()
                """))
        .containsExactly(Map.of(MimeBundle.GIF, "R0lGODlh", MimeBundle.TEXT, "odd"));
  }

  @Test
  void a_value_that_shows_itself_is_shown_once_unless_it_cannot() throws Exception {
    String code =
        """
        class Own:
            def _ipython_display_(self): display(41)
        class Cannot:
            def _ipython_display_(self): raise NotImplementedError
            def __repr__(self): return "as text"
        display(Own(), Cannot())
        Own()
        """;
    assertThat(forms(code))
        .extracting(forms -> forms.get(MimeBundle.TEXT))
        .containsExactly("41", "as text", "41");
  }

  @Test
  void only_wanted_forms_are_shown() throws Exception {
    String code =
        """
        from IPython.display import HTML, display_html, display_markdown
        display(HTML("<b>x</b>"), include=["text/html"])
        display(HTML("<b>x</b>"), exclude=["text/html"])
        display({"text/plain": "raw", "text/html": "<i>raw</i>"}, raw=True)
        display_html("<u>raw</u>", raw=True)
        display_markdown(3)
        """;
    assertThat(forms(code))
        .containsExactly(
            Map.of(MimeBundle.HTML, "<b>x</b>"),
            Map.of(MimeBundle.TEXT, "<vivarium.texts.HTML object>"),
            Map.of(MimeBundle.TEXT, "raw", MimeBundle.HTML, "<i>raw</i>"),
            Map.of(MimeBundle.HTML, "<u>raw</u>"));
  }

  @Test
  void what_is_updated_is_in_its_place_in_the_end_whichever_cell_showed_it() throws Exception {
    List<Outputs> outputs =
        run(
            """
            a = display('first', display_id=True)
            b = display('kept', display_id='b')
            """,
            """
            a.update('second')
            a.display('again')
            a.update('third')
            from IPython.display import update_display
            update_display('unseen', display_id='none')
            """);
    assertThat(texts(outputs.get(0))).containsExactly("'third'", "'kept'");
    assertThat(texts(outputs.get(1))).containsExactly("'third'");
  }

  @Test
  void what_is_taken_away_is_gone_in_the_end() throws Exception {
    List<Outputs> outputs =
        run(
            "from vivarium import clear_output\nprint('old')\nclear_output()\nprint('new')",
            "print('old')\nclear_output(wait=True)\n'new'",
            "print('stays')\nclear_output(wait=True)",
            "for i in range(50):\n    clear_output(wait=True)\n    display(i)");
    assertThat(outputs.get(0).items()).containsExactly(new Output.Stream("stdout", "new\n"));
    assertThat(texts(outputs.get(1))).containsExactly("'new'");
    assertThat(outputs.get(2).items()).containsExactly(new Output.Stream("stdout", "stays\n"));
    assertThat(texts(outputs.get(3))).containsExactly("49");
  }

  @Test
  void a_picture_is_known_by_its_bytes_or_its_name() throws Exception {
    String code =
        """
        from IPython.display import Image, SVG
        display(Image(b"GIF89a..."), Image(b"\\xff\\xd8\\xff."), Image("<svg xmlns='x'/>"))
        with open("a.png", "wb") as file:
            file.write(b"\\x89PNG\\r\\n\\x1a\\n")
        display(Image("a.png", alt="A dot"), Image(url="pictures/a.png", width=9, alt='"'))
        Image(url="//example.org/a.png")
        """;
    List<Map<String, String>> forms = forms(code);
    assertThat(forms.get(0)).containsKey(MimeBundle.GIF);
    assertThat(forms.get(1)).containsKey(MimeBundle.JPEG);
    assertThat(forms.get(2)).containsEntry(MimeBundle.SVG, "<svg xmlns='x'/>");
    assertThat(forms.get(3)).containsKey(MimeBundle.PNG).containsEntry(MimeBundle.ALT, "A dot");
    assertThat(forms.get(4))
        .containsEntry(MimeBundle.HTML, "<img src=\"pictures/a.png\" alt=\"&quot;\" width=\"9\">");
    assertThat(forms.get(5).get(MimeBundle.TEXT)).contains("loads nothing from other sites");
  }

  @Test
  void a_form_that_is_too_large_for_a_page_is_left_out_and_said_so() throws Exception {
    String code =
        """
        class Large:
            def _repr_png_(self): return bytes(50_000_000)
            def __repr__(self): return "large"
        class Both(Large):
            def _repr_html_(self): return "<b>small</b>"
        display({"text/html": "x" * 10_000_001}, raw=True)
        display(Both())
        Large()
        """;
    List<Map<String, String>> forms = forms(code);
    assertThat(forms.get(0).get(MimeBundle.TEXT)).startsWith("[text/html of 10.0 MB left out");
    assertThat(forms.get(1)).containsOnlyKeys(MimeBundle.HTML, MimeBundle.TEXT);
    assertThat(forms.get(2))
        .containsOnly(
            Map.entry(
                MimeBundle.TEXT,
                "large\n[image/png of 50.0 MB left out: a page shows 10 MB of one output. Make it"
                    + " smaller, or write it to a file.]"));
  }

  @Test
  void mistakes_are_named_where_they_are_made() throws Exception {
    assertThat(
            run("from IPython.display import HTML\nHTML('https://example.org')").get(0).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.value()).contains("cannot load https://example.org"));
    assertThat(run("from IPython.display import Markdown\nMarkdown(3)").get(0).failure())
        .hasValueSatisfying(
            failure -> assertThat(failure.value()).isEqualTo("Markdown expects text, not 3"));
  }

  @Test
  void cells_have_the_commands_libraries_no_shell_and_a_real_ipython_comes_first()
      throws Exception {
    List<Outputs> outputs =
        run(
            """
            import builtins, os, sys
            print("IPython" in sys.modules, get_ipython())
            from IPython import get_ipython
            from IPython.core.getipython import get_ipython as again
            def in_library(code):
                return eval(compile(code, os.__file__, "eval"))
            print(in_library("get_ipython()"), in_library("again()"), again())
            in_library("builtins.get_ipython()")
            """,
            """
            import os
            for name in [name for name in sys.modules if name.split(".")[0] == "IPython"]:
                del sys.modules[name]
            os.makedirs("real/IPython")
            with open("real/IPython/__init__.py", "w") as file:
                file.write("name = 'real'")
            import site
            os.rename("real/IPython", site.getsitepackages()[0] + "/IPython")
            import importlib
            importlib.invalidate_caches()
            import IPython
            print(IPython.name)
            """);
    String shell = "<InteractiveShell: the commands of notebooks, without IPython>\n";
    assertThat(SealedPythonTest.text(outputs.get(0)))
        .startsWith("False " + shell + "None None " + shell);
    assertThat(outputs.get(0).failure())
        .hasValueSatisfying(failure -> assertThat(failure.name()).isEqualTo("NameError"));
    assertThat(SealedPythonTest.text(outputs.get(1))).isEqualTo("real\n");
  }

  private static List<String> texts(Outputs outputs) {
    return outputs.items().stream()
        .map(
            item ->
                item instanceof Output.Display display
                    ? display.bundle()
                    : ((Output.Result) item).bundle())
        .map(bundle -> String.valueOf(bundle.data().get(MimeBundle.TEXT)))
        .toList();
  }
}
