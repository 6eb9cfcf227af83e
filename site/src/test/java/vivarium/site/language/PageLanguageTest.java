package vivarium.site.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vivarium.model.text.Message;

class PageLanguageTest {
  @Test
  void a_page_speaks_the_language_of_its_document() {
    PageLanguage german = PageLanguage.of("de", Map.of());
    assertThat(german.file()).contains("de");
    assertThat(german.texts().of(Message.CONTENTS)).isEqualTo("Inhalt");
    assertThat(german.texts().number(1234)).isEqualTo("1.234");
  }

  @Test
  void a_variant_of_a_language_has_its_texts() {
    assertThat(PageLanguage.of("de-AT-1996", Map.of()).file()).contains("de");
    assertThat(PageLanguage.of("DE", Map.of()).file()).contains("de");
  }

  @Test
  void a_language_without_texts_has_those_of_english() {
    assertThat(PageLanguage.of("tlh", Map.of()).texts().of(Message.RUN)).isEqualTo("Run");
    assertThat(PageLanguage.of("en-GB", Map.of()).file()).isEmpty();
  }

  @Test
  void an_authors_own_texts_win() {
    PageLanguage own = PageLanguage.of("de", Map.of("run", "Los"));
    assertThat(own.texts().of(Message.RUN)).isEqualTo("Los");
    assertThat(own.texts().of(Message.STOP)).isEqualTo("Stopp");
  }
}
