package vivarium.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.document.Block;

/** The grammar of the line that opens fenced code. */
class FenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      textBlock =
          """
          python                                | cell from line 2
          py                                    | cell from line 2
          Python3                               | cell from line 2
          python {}                             | cell from line 2
          python {run}                          | cell from line 2 run
          python{run}                           | cell from line 2 run
          python {RUN AutoRun}                  | cell from line 2 run autorun
          python {run, readonly}                | cell from line 2 run readonly
          python {run} {hidden}                 | cell from line 2 run hidden
          python {run=true hidden=false}        | cell from line 2 run
          python {setup}                        | cell from line 2 setup
          python {setup=ex}                     | cell from line 2 setup="ex"
          python {setup=true}                   | cell from line 2 setup
          python {exercise=ex_1.a-b}            | cell from line 2 run exercise="ex_1.a-b"
          python {check=ex}                     | cell from line 2 check="ex"
          python {stdin="a b" file='c d'}       | cell from line 2 file="c d" stdin="a b"
          python {stdin="say \\"hi\\""}         | cell from line 2 stdin="say "hi""
          python {stdin="a\\nb"}                | cell from line 2 stdin="a\\nb"
          python {timelimit=.5}                 | cell from line 2 timelimit=".5"
          python {height=50%}                   | cell from line 2 height="50%"
          python {1}                            | cell from line 2 [1]
          python {all}                          | cell from line 2 [all]
          python {*}                            | cell from line 2 [all]
          python [1-2,3]                        | cell from line 2 [1-2,3]
          python { 1 } [2]                      | cell from line 2 [2]
          python {edit=false}                   | cell from line 2 readonly
          python {eval=FALSE echo=TRUE}         | cell from line 2 norun
          py {monaco-run}                       | cell from line 2 run
          {python}                              | cell from line 2
          {python run}                          | cell from line 2 run
          {python, echo=FALSE}                  | cell from line 2 hidden
          {.python .wide}                       | cell from line 2
          {pyodide}                             | cell from line 2 run
          {pyodide-python}                      | cell from line 2 run
          {pyodide check=ex}                    | cell from line 2 check="ex"
          {pyodide setup}                       | cell from line 2 run setup
          {code-cell}                           | cell from line 2
          {code-cell} ipython3                  | cell from line 2
          text                                  | code text
          JavaScript                            | code javascript
          {.js}                                 | code js
          c++ {2}                               | code c++ [2]
          js [1]                                | code js [1]
          {code-block} Java                     | code java
          {{python}}                            | code python
          """)
  void a_line_without_mistakes(String line, String expected) {
    Parsed parsed = parse(line);
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(block(parsed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      textBlock =
          """
          python {rnu}                 | unknown-option 1:12
          python {run rnu=3}           | unknown-option 1:16
          python {run                  | bad-fence 1:11
          python {run "}               | bad-fence 1:16
          python {stdin="a}            | bad-fence 1:18
          python {run=maybe}           | bad-option-value 1:16
          python {timelimit=0}         | bad-option-value 1:22
          python {timelimit=-1}        | bad-option-value 1:22
          python {timelimit=1e9}       | bad-option-value 1:22
          python {height=1em;color:red} | bad-option-value 1:19
          python {height=tall}         | bad-option-value 1:19
          python {output=left}         | bad-option-value 1:19
          python {exercise="a/b"}      | bad-option-value 1:21
          python {env}                 | option-without-value 1:12
          python {env=}                | option-without-value 1:16
          python {check=true}          | check-without-exercise 1:18
          python {.run}                | unknown-option 1:12
          python {min-lines=3}         | option-without-effect 1:12
          python {0}                   | bad-line-steps 1:12
          python {2-1}                 | bad-line-steps 1:12
          python {1--2}                | bad-line-steps 1:12
          python {99999999999}         | bad-line-steps 1:12
          python {1||4}                | bad-line-steps 1:12
          python [a]                   | bad-line-steps 1:12
          python [1                    | bad-line-steps 1:11
          python run                   | bad-fence 1:11
          python 😀 {rnu}              | bad-fence 1:11, unknown-option 1:14
          js {run}                     | option-without-effect 1:8
          {r}                          | language-not-run 1:4
          {ojs}                        | language-not-run 1:4
          {code-cell} julia            | language-not-run 1:4
          {what}                       | unknown-directive 1:4
          bash [1|x]                   | bad-line-steps 1:10
          bash [1                      | bad-line-steps 1:9
          bash {0}                     | bad-line-steps 1:10
          bash {.wide                  | bad-fence 1:9
          {.bash                       | bad-fence 1:4
          {r                           | bad-fence 1:4, language-not-run 1:4
          js {rnu}                     | unknown-option 1:8
          {.js rnu=3}                  | unknown-option 1:9
          js {filename=a.js}           | option-without-effect 1:8
          js numbered {1}              | bad-fence 1:7
          {code-block} js {1           | bad-fence 1:20
          """)
  void a_mistake_is_a_warning_with_its_place(String line, String expected) {
    assertThat(codes(parse(line))).isEqualTo(expected);
  }

  @Test
  void other_languages_are_warned_of_once_each() {
    Parsed parsed =
        DocumentParser.parseBody("a.md", "```{r}\n```\n\n```{r}\n```\n\n```{ojs}\n```\n");
    assertThat(codes(parsed)).isEqualTo("language-not-run 1:4, language-not-run 7:4");
  }

  @Test
  void an_option_without_effect_is_warned_of_once() {
    Parsed parsed =
        DocumentParser.parseBody(
            "a.md", "```python\n#| caption: a\n```\n\n```python\n#| caption: b\n```\n");
    assertThat(codes(parsed)).isEqualTo("option-without-effect 2:4");
  }

  @Test
  void an_unclosed_fence_that_its_list_ends_is_no_mistake() {
    Parsed parsed = DocumentParser.parseBody("a.md", "- ```python\n  x = 1\n\ntext\n");
    assertThat(parsed.diagnostics()).isEmpty();
  }

  @Test
  void an_unclosed_fence_is_warned_of_where_it_opens() {
    Parsed parsed = DocumentParser.parseBody("a.md", "text\n\n   ~~~text\na\n\n");
    assertThat(codes(parsed)).isEqualTo("unclosed-fence 3:4");
  }

  @Test
  void lines_are_counted_without_the_options_above_them() {
    Parsed parsed =
        DocumentParser.parseBody("a.md", "```python [1-2]\n#| run: true\n\na\nb\n```\n");
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(block(parsed)).isEqualTo("cell from line 4 run [1-2]");
  }

  private static Parsed parse(String line) {
    return DocumentParser.parseBody("a.md", "```" + line + "\na\nb\nc\n```\n");
  }

  private static String block(Parsed parsed) {
    Block block = parsed.document().blocks().get(0);
    return Dump.line(block).replaceFirst(" #\\S+", "");
  }

  private static String codes(Parsed parsed) {
    List<Diagnostic> diagnostics = parsed.diagnostics();
    return diagnostics.stream()
        .map(d -> d.code() + " " + d.where().line() + ":" + d.where().column())
        .collect(Collectors.joining(", "));
  }
}
