package vivarium.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vivarium.model.document.Document;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;
import vivarium.site.language.PageLanguage;
import vivarium.site.render.IndexPage;

/** Lists the documents of a course that has no {@code index.md}. */
final class CourseIndex {
  /** Where the list stands in a site. */
  static final String PATH = "index.html";

  private CourseIndex() {}

  /** The list, in the order of {@code sources}. */
  static IndexPage of(Course course, List<SourceDocument> sources) {
    Set<String> langs =
        sources.stream()
            .map(source -> source.document().frontMatter().lang())
            .collect(Collectors.toSet());
    PageLanguage language =
        PageLanguage.of(langs.size() == 1 ? langs.iterator().next() : "en", Map.of());
    return new IndexPage(
        title(course.folder().name(), language.texts()),
        language,
        sources.stream().map(source -> entry(course, source)).toList());
  }

  private static IndexPage.Entry entry(Course course, SourceDocument source) {
    Document document = source.document();
    return new IndexPage.Entry(
        document.title(),
        document.frontMatter().description(),
        course.document(source.path()).orElseThrow().pages().entrySet().stream()
            .map(page -> Map.entry(page.getKey(), RelativeUrl.from(PATH, page.getValue())))
            .toList());
  }

  /** {@code intro-to_python} is "Intro to python". */
  private static String title(String folder, Texts texts) {
    String words = folder.replaceAll("[-_]+", " ").strip();
    if (words.isEmpty()) {
      return texts.of(Message.CONTENTS);
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
