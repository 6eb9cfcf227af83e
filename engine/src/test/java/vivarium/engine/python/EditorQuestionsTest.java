package vivarium.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.model.output.Outputs;

/** What Python says to an editor; a bar stands for the caret. */
class EditorQuestionsTest {
  @TempDir static Path cache;
  private static SealedPython python;

  @BeforeAll
  static void start() throws IOException {
    python = TestPython.start(cache, 2);
  }

  @AfterAll
  static void stop() {
    python.close();
  }

  @Test
  void names_are_those_that_cells_have_bound_and_those_of_python() throws Exception {
    assertThat(completions("total = 1\ndef twice(x): pass\nimport math", "t|"))
        .contains("total variable", "twice function", "type class", "try keyword")
        .doesNotContain("math namespace");
    assertThat(completions("_hidden = 1\nhigh = 2", "h|")).contains("high variable");
    assertThat(completions("_hidden = 1", "_h|")).containsExactly("_hidden variable");
  }

  @Test
  void small_letters_find_capitals() throws Exception {
    assertThat(completions("Total = 1", "tot|")).containsExactly("Total variable");
  }

  @Test
  void attributes_are_those_of_the_object_itself() throws Exception {
    assertThat(completions("word = 'a'", "word.up|")).containsExactly("upper function");
    assertThat(completions("import math", "math.sq|")).contains("sqrt function");
    assertThat(completions("class A:\n  def m(self): self.n = 1\na = A()\na.m()", "a.|"))
        .containsExactly("m function", "n variable");
    assertThat(completions("", "'text'.upp|")).containsExactly("upper function");
    assertThat(completions("x = {'a': ['b']}", "x['a'][0].upp|")).containsExactly("upper function");
    assertThat(completions("x = [1, 'b']", "x[-1] . upp|")).containsExactly("upper function");
  }

  @Test
  void what_the_cell_imports_or_assigns_is_known_before_it_runs() throws Exception {
    assertThat(completions("", "import math as m\nm.sq|")).contains("sqrt function");
    assertThat(completions("", "words = ['a']\nwords.app|")).contains("append function");
    assertThat(completions("", "from datetime import date\ndate.tod|")).contains("today function");
  }

  @Test
  void keys_are_completed_in_the_quotes_that_are_open_and_without() throws Exception {
    String ages = "ages = {'Ada': 36, \"O'Neil\": 5, 'a\\n': 1, 7: 1}";
    assertThat(completions(ages, "ages[\"|")).contains("Ada key", "O'Neil key", "a\\n key");
    assertThat(completions(ages, "ages['O|")).containsExactly("O\\'Neil key");
    assertThat(completions(ages, "ages[|")).contains("\"Ada\" key", "7 key");
    assertThat(ask(ages, "completion", "ages[\"A|").string("closing")).isEqualTo("\"]");
    assertThat(completions("box = {'in': {'deep': 1}}", "box['in']['|")).contains("deep key");
    assertThat(completions(ages, "f\"{ages['Ad|")).containsExactly("Ada key");
  }

  @Test
  void commands_their_files_and_their_python_are_known() throws Exception {
    assertThat(completions("", "%ti|")).containsExactly("%time function", "%timeit function");
    assertThat(completions("", "%%ht|")).containsExactly("%%html function");
    assertThat(completions("", "if x:\n  !un|")).containsExactly("uniq function", "unzip function");
    String files = "open('ages.csv', 'w').close()";
    assertThat(completions(files, "!head ag|")).containsExactly("ages.csv file");
    assertThat(completions(files, "%run ag|")).containsExactly("ages.csv file");
    assertThat(completions("total = 1", "%time tot|")).containsExactly("total variable");
    assertThat(completions("total = 1", "x = 7 \\\n%tot|")).containsExactly("total variable");
  }

  @Test
  void commands_are_no_syntax_errors_and_what_stands_around_them_can_be() throws Exception {
    for (String fine : List.of("!ls 'a", "x = !ls", "print?", "%%html\n<b>", "%%time\nx = 1")) {
      assertThat(answer("", "syntax", fine + "|")).as(fine).isEqualTo("null");
    }
    assertThat(ask("", "syntax", "!ls\ny = = 2|").integer("from")).isEqualTo(8);
    assertThat(ask("", "syntax", "%%time\ny = = 2|").integer("from")).isEqualTo(11);
  }

  @Test
  void variables_are_listed_without_running_code_of_theirs() throws Exception {
    String code =
        """
        import math
        class Rude:
            shown = 0
            def __repr__(self): Rude.shown += 1; raise ValueError
            def __len__(self): Rude.shown += 1; return 10 ** 9
            __getattr__ = __repr__
        rude, number, _hidden = Rude(), 2.5, 1
        text = "long" * 1000
        table = {"a": [1, [2, [3]]], "b": rude}
        def double(x, *, by=2): return by * x
        many = list(range(10_000))
        again = [many]; again.append(again)
        """;
    JsonObject found = ask(code, "variables", "|");
    List<String> all = new ArrayList<>();
    for (Json each : found.array("variables")) {
      JsonObject variable = JsonObject.of(each);
      all.add(
          variable.string("name")
              + " "
              + variable.string("type")
              + " "
              + variable.string("shape")
              + " "
              + variable.string("value"));
    }
    assertThat(all)
        .contains(
            "number float  2.5",
            "rude Rude  ",
            "double function  (x, *, by=2)",
            "Rude type  class Rude",
            "many list 10000 [0, 1, 2, 3, 4, 5, 6, 7, …]",
            "table dict 2 {'a': [1, […]], 'b': <Rude>}")
        .anyMatch(each -> each.startsWith("text str 4000 'long") && each.endsWith("…"))
        .anyMatch(each -> each.startsWith("again list 2 "))
        .noneMatch(each -> each.startsWith("math ") || each.startsWith("_hidden "));
    assertThat(found.integer("more")).isZero();
    assertThat(ask(code + "\nassert not Rude.shown", "variables", "|").integer("more")).isZero();
  }

  @Test
  void files_are_completed_where_a_path_is_written() throws Exception {
    String files = "import os; os.makedirs('data/old'); open('data/ages.csv', 'w').close()";
    assertThat(completions(files, "open('da|")).containsExactly("data/ folder");
    assertThat(completions(files, "open('data/|")).containsExactly("ages.csv file", "old/ folder");
    assertThat(completions(files, "x = './data/a|")).containsExactly("ages.csv file");
    assertThat(completions(files, "print('da|")).isEmpty();
    assertThat(completions(files, "open('no/such/|")).isEmpty();
  }

  @Test
  void modules_are_completed_after_import_without_importing_any() throws Exception {
    assertThat(completions("", "import ma|")).contains("math namespace", "marshal namespace");
    assertThat(completions("", "import math, stati|")).contains("statistics namespace");
    assertThat(completions("", "from colle|")).contains("collections namespace");
    assertThat(completions("", "import wsgiref.he|")).containsExactly("headers namespace");
    assertThat(completions("", "from math import sq|")).contains("sqrt function");
    assertThat(completions("", "from math import cos, sq|")).contains("sqrt function");
    assertThat(completions("open('mine.py', 'w').close()", "import mi|"))
        .contains("mine namespace");
    assertThat(answer("import sys", "completion", "import wsgiref.he|", "'wsgiref' in sys.modules"))
        .endsWith("False");
  }

  @Test
  void arguments_that_a_call_still_takes_are_completed() throws Exception {
    String greet = "def greet(name, *, loud=False, lang='en'): pass";
    assertThat(completions(greet, "greet(l|")).contains("loud= argument", "lang= argument");
    assertThat(completions(greet, "greet('a', loud=True, l|"))
        .contains("lang= argument")
        .doesNotContain("loud= argument");
    assertThat(completions(greet, "greet(name=l|")).doesNotContain("lang= argument");
    assertThat(completions(greet, "def greet(l|")).doesNotContain("lang= argument");
  }

  @Test
  void nothing_is_offered_in_comments_texts_and_numbers() throws Exception {
    for (String code : List.of("# pri|", "x = 'pri|", "x = \"\"\"\npri|", "1.|", "12a|", "f().|")) {
      assertThat(completions("", code)).as(code).isEmpty();
    }
  }

  @Test
  void a_signature_says_which_parameter_the_caret_is_at() throws Exception {
    String area = "def area(width: float, height: float = 1, *, unit='m') -> float:\n  'The area.'";
    JsonObject first = ask(area, "signature", "area(|");
    assertThat(first.string("name")).isEqualTo("area");
    assertThat(texts(first, "parameters"))
        .containsExactly("width: float", "height: float = 1", "*", "unit='m'");
    assertThat(first.string("returns")).isEqualTo("float");
    assertThat(first.string("summary")).isEqualTo("The area.");
    assertThat(first.integer("active")).isZero();
    assertThat(ask(area, "signature", "area(2, |").integer("active")).isEqualTo(1);
    assertThat(ask(area, "signature", "area(max(1, 2), [3, |").integer("active")).isEqualTo(1);
    assertThat(ask(area, "signature", "area(2, unit=|").integer("active")).isEqualTo(3);
    assertThat(ask("", "signature", "print(1, 2, 3, |").integer("active")).isZero();
    assertThat(answer(area, "signature", "area(2)|")).isEqualTo("null");
    assertThat(answer(area, "signature", "def area(|")).isEqualTo("null");
  }

  @Test
  void a_method_takes_no_self() throws Exception {
    String dog =
        "class Dog:\n  def __init__(self, name): pass\n  def bark(self, times): pass\nd = Dog('x')";
    assertThat(texts(ask(dog, "signature", "d.bark(|"), "parameters")).containsExactly("times");
    assertThat(texts(ask(dog, "signature", "Dog(|"), "parameters")).containsExactly("name");
    assertThat(texts(ask("word = 'a'", "signature", "word.split(|"), "parameters"))
        .containsExactly("sep=None", "maxsplit=-1");
  }

  @Test
  void documentation_is_that_of_the_name_at_the_caret_or_of_the_call_around_it() throws Exception {
    String area = "def area(width):\n  '''The area.\n\n  In full.'''\ntotal = 6\nages = {'a': 1}";
    JsonObject named = ask(area, "documentation", "x = ar|ea(1)");
    assertThat(named.string("title")).isEqualTo("area(width)");
    assertThat(named.string("text")).isEqualTo("The area.\n\nIn full.");
    assertThat(named.integer("from")).isEqualTo(4);
    assertThat(named.integer("to")).isEqualTo(8);
    assertThat(ask(area, "documentation", "area(1, |").string("title")).isEqualTo("area(width)");
    assertThat(ask(area, "hover", "tot|al").string("title")).isEqualTo("total: int = 6");
    assertThat(ask(area, "hover", "ages|").string("title")).isEqualTo("ages: dict, 1 item");
    assertThat(ask("import math", "hover", "math|.pi").string("title")).isEqualTo("module math");
    assertThat(answer(area, "hover", "area(1, |")).isEqualTo("null");
    assertThat(answer(area, "hover", "'area|'")).isEqualTo("null");
    assertThat(answer(area, "documentation", "unknown|")).isEqualTo("null");
  }

  @Test
  void a_syntax_error_has_its_place() throws Exception {
    JsonObject error = ask("", "syntax", "x = 1\ny = = 2|");
    assertThat(error.string("message")).isEqualTo("invalid syntax");
    assertThat(error.integer("from")).isEqualTo(10);
    assertThat(error.integer("to")).isEqualTo(11);
    assertThat(error.bool("unfinished")).isFalse();
    assertThat(ask("", "syntax", "x = '😀'; y = = 2|").integer("from")).isEqualTo(14);
    assertThat(ask("", "syntax", "return 1|").string("message")).contains("outside function");
    for (String fine : List.of("", "await x", "x = '\\d'", "1/0", "def f(): pass")) {
      assertThat(answer("", "syntax", fine + "|")).as(fine).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print(1,",
        "for i in x:",
        "for i in x",
        "x = '''",
        "x = [1,",
        "try:\n  x\n",
        "x = 'a"
      })
  void code_whose_end_is_missing_is_unfinished(String code) throws Exception {
    assertThat(ask("", "syntax", code + "|").bool("unfinished")).isTrue();
  }

  @Test
  void places_are_counted_as_browsers_count() throws Exception {
    assertThat(ask("word = 'a'", "completion", "'😀'; word.up|").integer("from")).isEqualTo(11);
  }

  @Test
  void no_code_of_the_readers_is_run() throws Exception {
    String touchy =
        """
        touched = []
        class Meta(type):
            def __getattr__(cls, name): touched.append(name); raise AttributeError(name)
            def __dir__(cls): touched.append('dir'); return []
        class Touchy(metaclass=Meta):
            x = 1
            @property
            def size(self): touched.append('size'); return 'text'
            def __getattr__(self, name): touched.append(name); raise AttributeError(name)
            def __getitem__(self, key): touched.append(key); return 'text'
            def __dir__(self): touched.append('dir'); return ['made_up']
            def __call__(self, much): touched.append('call')
            def __repr__(self): touched.append('repr'); return ''
            @property
            def __class__(self): touched.append('class'); return int
            @property
            def __doc__(self): touched.append('doc'); return ''
        t = Touchy()
        d = {'t': t}
        def f(x=t): pass
        """;
    assertThat(
            askAll(
                touchy,
                List.of(
                    "t.|",
                    "t.si|",
                    "t.size.up|",
                    "t['a'].up|",
                    "Touchy.|",
                    "Touchy.q.|",
                    "d['t'].|",
                    "d[|",
                    "t(|",
                    "f(|",
                    "t|",
                    "Touchy|",
                    "t.size|",
                    "f()|.a",
                    "d|",
                    "to|"),
                "if touched: print(about, code, touched); touched.clear()"))
        .isEmpty();
    assertThat(completions(touchy, "t.|")).contains("x variable", "size property");
    assertThat(texts(ask(touchy, "signature", "t(|"), "parameters")).containsExactly("much");
    assertThat(texts(ask(touchy, "signature", "f(|"), "parameters")).containsExactly("x=…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def __getattr__(self, name): raise BaseException('no')",
        "def __getattribute__(self, name): raise SystemExit",
        "def __dir__(self): raise KeyboardInterrupt",
        "def __dir__(self): return [1, None]",
        "__slots__ = ('a', 'b')",
        "__dict__ = property(lambda self: 1 / 0)",
        "__doc__ = 7\n  __module__ = 7",
        "__signature__ = property(lambda self: 1 / 0)\n  __call__ = 7",
        "__class__ = property(lambda self: 1 / 0)"
      })
  void hostile_objects_cost_nothing_but_their_own_answer(String body) throws Exception {
    String hostile = "class H:\n  " + body + "\nh = H()\ndef f(a=h): pass";
    List<String> codes = List.of("h.|", "h|", "h(|", "H.|", "H(|", "f(|", "h.a.|", "h|.a", "h[|");
    assertThat(askAll(hostile, codes, "")).isEmpty();
    assertThat(completions(hostile + "\nhigh = 1", "hig|")).containsExactly("high variable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'-' * 100_000 + '1'",
        "'(' * 100_000",
        "'f(' * 50_000",
        "'a.' * 50_000",
        "'1+' * 50_000",
        "'not ' * 50_000",
        "'not ' * 499 + '1'",
        "'-' * 1999 + '1'",
        "'lambda:' * 285 + '1'",
        "'\"' * 100_001",
        "'[' * 150 + ']' * 150",
        "'x' * 1_000_000",
        "'\\0'",
        "'\\ud800'",
        "'if x:\\n' + ' ' * 5000 + 'x'",
        "'f\"{' * 1000",
        "'lambda:' * 20_000",
        "'{}[' * 5000",
        "'if 1:\\n' + 'elif 1:\\n' * 5000",
        "'x = ' * 50_000 + '1'"
      })
  void code_of_any_kind_is_survived(String code) throws Exception {
    List<String> lines =
        new ArrayList<>(List.of("from vivarium import questions", "code = " + code));
    for (String about :
        List.of(
            "completion", "signature", "documentation", "hover", "syntax", "variables", "other")) {
      lines.add("questions.answer('" + about + "', code, len(code), 'main')");
    }
    lines.add("'alive'");
    assertThat(SealedPythonTest.text(run(String.join("\n", lines)).get(0))).endsWith("'alive'");
  }

  private static List<String> completions(String before, String code) throws Exception {
    String answer = answer(before, "completion", code);
    if (answer.equals("null")) {
      return List.of();
    }
    List<String> entries = new ArrayList<>();
    for (Json option : JsonObject.of(Json.parse(answer)).array("options")) {
      List<Json> parts = ((Json.Arr) option).items();
      entries.add(((Json.Str) parts.get(0)).value() + " " + ((Json.Str) parts.get(1)).value());
    }
    return entries;
  }

  private static List<String> texts(JsonObject answer, String name) {
    return answer.array(name).stream().map(text -> ((Json.Str) text).value()).toList();
  }

  private static JsonObject ask(String before, String about, String code) throws Exception {
    return JsonObject.of(Json.parse(answer(before, about, code)));
  }

  private static String answer(String before, String about, String code) throws Exception {
    return answer(before, about, code, "");
  }

  /** What is printed: the answer, and below it the value of {@code after}, in a second cell. */
  private static String answer(String before, String about, String code, String after)
      throws InterruptedException {
    int caret = code.indexOf('|');
    String whole = code.substring(0, caret) + code.substring(caret + 1);
    String asking =
        "from vivarium import questions as q_\nprint(q_.answer(%s, %s, %d, 'main'), end='')\n%s"
            .formatted(Json.of(about).text(), Json.of(whole).text(), caret, after);
    List<Outputs> outputs = run(before, asking);
    assertThat(outputs.get(0).failure()).isEmpty();
    return SealedPythonTest.text(outputs.get(1));
  }

  /** Asks everything about all codes; returns what {@code after} prints when it runs after each. */
  private static String askAll(String before, List<String> codes, String after)
      throws InterruptedException {
    String asking =
        """
        from vivarium import questions as q_
        for marked in %s:
            code, caret = marked.replace("|", ""), marked.index("|")
            for about in ("completion", "signature", "documentation", "hover"):
                q_.answer(about, code, caret, "main")
                %s
        """
            .formatted(Json.of(codes.stream().map(Json::of).toList()).text(), after);
    List<Outputs> outputs = run(before, asking);
    assertThat(outputs.get(0).failure()).isEmpty();
    return SealedPythonTest.text(outputs.get(1));
  }

  private static List<Outputs> run(String... cells) throws InterruptedException {
    return SealedPythonTest.run(python, cells);
  }
}
