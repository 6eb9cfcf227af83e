package vivarium.site.render;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.document.FrontMatter;

/** Writes what the front matter says below a title. */
final class Byline {
  private Byline() {}

  /** The subtitle, the authors and the date, as far as there are any. */
  static void write(FrontMatter frontMatter, Html out) {
    frontMatter
        .subtitle()
        .ifPresent(text -> out.raw("<p class=\"viv-subtitle\">").text(text).close("p").line());
    List<String> parts = new ArrayList<>();
    if (!frontMatter.authors().isEmpty()) {
      parts.add(String.join(", ", frontMatter.authors()));
    }
    frontMatter.date().ifPresent(parts::add);
    if (!parts.isEmpty()) {
      out.raw("<p class=\"viv-byline\">").text(String.join(" · ", parts)).close("p").line();
    }
  }
}
