package vivarium.site.render;

import vivarium.engine.typeset.Typesetter;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.text.Texts;
import vivarium.site.language.PageLanguage;
import vivarium.site.plan.Plan;

/** Writes a document in one of its formats. */
public final class DocumentRenderer {
  private final Typesetter typesetter;

  public DocumentRenderer(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /** The page for {@code format}; the same input always gives the same page. */
  public Rendered render(
      Plan plan, Format format, References references, Surroundings surroundings) {
    Document document = plan.document();
    PageLanguage language =
        PageLanguage.of(document.frontMatter().lang(), document.frontMatter().strings());
    Texts texts = language.texts();
    Html out = new Html();
    Mathematics mathematics = new Mathematics(typesetter, document.path());
    BlockRenderer blocks =
        new BlockRenderer(out, plan, format, typesetter, references, mathematics, texts);
    if (format == Format.SLIDES) {
      new SlidesBody(out, blocks, references, plan).write();
    } else {
      new PageBody(out, blocks, plan, surroundings, texts).write();
    }
    Head head =
        new Head(
            surroundings,
            format,
            document.path(),
            language,
            document.title(),
            document.frontMatter().description(),
            mathematics.used(),
            plan.hasLiveCells(),
            plan.runsByItself());
    return new Rendered(head.around(out.toString()), mathematics.used(), mathematics.diagnostics());
  }
}
