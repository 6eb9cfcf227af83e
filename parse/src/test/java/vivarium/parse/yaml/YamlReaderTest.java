package vivarium.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vivarium.parse.source.SourceText;

class YamlReaderTest {
  @Test
  void nesting_ends_at_its_limit() {
    assertThat(read(nested(YamlReader.MAX_DEPTH))).isInstanceOf(YamlResult.Read.class);
    assertThat(fault(nested(YamlReader.MAX_DEPTH + 1))).contains("nests deeper than 50");
  }

  @Test
  void aliases_end_at_their_limit() {
    String anchor = "a: &a [x]\n";
    assertThat(read(anchor + aliases(YamlReader.MAX_ALIASES))).isInstanceOf(YamlResult.Read.class);
    assertThat(fault(anchor + aliases(YamlReader.MAX_ALIASES + 1)))
        .contains("more than 50 aliases");
  }

  @Test
  void length_ends_at_its_limit() {
    String rest = "a: " + "b".repeat(YamlReader.MAX_LENGTH - 4);
    assertThat(read(rest)).isInstanceOf(YamlResult.Read.class);
    assertThat(fault(rest + "b")).contains("longer than 100000");
  }

  @Test
  void an_alias_within_its_own_anchor_names_nothing_yet() {
    assertThat(fault("a: &a [*a]")).isEqualTo("This alias names nothing that stands before it.");
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(fault("a: b\n--- \nc: d")).isEqualTo("A second YAML document begins here.");
  }

  @Test
  void a_key_is_a_single_text() {
    assertThat(fault("? [a, b]\n: c")).isEqualTo("A key is a single word or text.");
    assertThat(fault("{{a: b}: c}")).isEqualTo("A key is a single word or text.");
  }

  @Test
  void a_value_knows_where_it_stands() {
    YamlResult.Read read = (YamlResult.Read) read("a:\n  - 😀 b\n  - {c: d}\n");
    Yaml.Mapping mapping = (Yaml.Mapping) read.value().orElseThrow();
    Yaml.Sequence list = (Yaml.Sequence) mapping.entries().get(0).value();
    assertThat(list.items().get(0).where()).hasToString("a.md:2:5");
    Yaml.Mapping inner = (Yaml.Mapping) list.items().get(1);
    assertThat(inner.entries().get(0).value().where()).hasToString("a.md:3:9");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String aliases(int count) {
    return "b: [" + "*a ,".repeat(count) + "]";
  }

  private static YamlResult read(String yaml) {
    SourceText text = SourceText.of("a.md", yaml);
    return YamlReader.read(text.lines(0, text.lineCount()));
  }

  private static String fault(String yaml) {
    return ((YamlResult.Fault) read(yaml)).message();
  }
}
