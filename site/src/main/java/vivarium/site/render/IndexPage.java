package vivarium.site.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.text.Texts;
import vivarium.site.language.PageLanguage;

/**
 * The page that lists the documents of a course, for a folder without one of its own.
 *
 * @param title what the course is called
 * @param language the language of the list
 */
public record IndexPage(String title, PageLanguage language, List<Entry> entries) {
  /**
   * A document.
   *
   * @param formats where it stands in each of its formats, relative to the index; the first is
   *     where its title leads
   */
  public record Entry(
      String title, Optional<String> description, List<Map.Entry<Format, String>> formats) {
    public Entry {
      formats = List.copyOf(formats);
    }
  }

  public IndexPage {
    entries = List.copyOf(entries);
  }

  /** The whole file. */
  public String html(Surroundings surroundings) {
    Html out = new Html();
    out.raw("<main class=\"viv-article viv-index\">\n");
    out.open("h1").text(title).close("h1").raw("\n<ol class=\"viv-documents\">\n");
    entries.forEach(entry -> entry(entry, language.texts(), out));
    out.raw("</ol>\n</main>\n");
    return new Head(
            surroundings,
            Format.PAGE,
            "",
            language,
            title,
            Optional.empty(),
            false,
            false,
            false,
            List.of(),
            Optional.empty())
        .around(out.toString());
  }

  private static void entry(Entry entry, Texts texts, Html out) {
    out.open("li");
    link(entry.formats().get(0).getValue(), entry.title(), out);
    entry.description().ifPresent(text -> out.line().open("p").text(text).close("p"));
    if (entry.formats().size() > 1) {
      out.raw("\n<p class=\"viv-formats\">");
      entry
          .formats()
          .forEach(
              format -> link(format.getValue(), texts.of(PageBody.name(format.getKey())), out));
      out.close("p");
    }
    out.close("li").line();
  }

  private static void link(String url, String text, Html out) {
    out.open("a", Map.of("href", url)).text(text).close("a");
  }
}
