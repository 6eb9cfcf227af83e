package vivarium.site.render;

import java.util.Optional;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.document.Document;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.json.JsonObject;
import vivarium.model.text.Texts;
import vivarium.site.language.PageLanguage;
import vivarium.site.notebook.PublishedNotebook;
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
    PageLanguage language = language(plan);
    Texts texts = language.texts();
    Html out = new Html();
    Mathematics mathematics = new Mathematics(typesetter, plan.document().path());
    BlockRenderer blocks =
        new BlockRenderer(out, plan, format, typesetter, references, mathematics, texts);
    if (format == Format.SLIDES) {
      new SlidesBody(out, blocks, references, plan).write();
    } else {
      new PageBody(out, blocks, plan, surroundings, texts).write();
    }
    return page(plan, format, out, surroundings, language, mathematics, Optional.empty());
  }

  /**
   * The page of a notebook.
   *
   * @param url where its file stands, relative to the page
   */
  public Rendered renderNotebook(
      Plan plan,
      PublishedNotebook notebook,
      String url,
      References references,
      Surroundings surroundings) {
    PageLanguage language = language(plan);
    Mathematics mathematics = new Mathematics(typesetter, plan.document().path());
    BlockRenderer blocks =
        new BlockRenderer(
            new Html(),
            plan,
            Format.NOTEBOOK,
            typesetter,
            references,
            mathematics,
            language.texts());
    blocks.all(
        plan.document().blocks()); // For what it names: files it needs, links that are wrong.
    Html out = new Html();
    new NotebookBody(out, typesetter, mathematics, plan, surroundings, language.texts())
        .write(notebook, url);
    Optional<JsonObject> config =
        NotebookBody.isLive(notebook)
            ? Optional.of(
                JsonObject.empty()
                    .with("url", url)
                    .with("hash", notebook.sha256())
                    .with("name", notebook.name()))
            : Optional.empty();
    return page(plan, Format.NOTEBOOK, out, surroundings, language, mathematics, config);
  }

  private static PageLanguage language(Plan plan) {
    FrontMatter frontMatter = plan.document().frontMatter();
    return PageLanguage.of(frontMatter.lang(), frontMatter.strings());
  }

  private static Rendered page(
      Plan plan,
      Format format,
      Html body,
      Surroundings surroundings,
      PageLanguage language,
      Mathematics mathematics,
      Optional<JsonObject> notebook) {
    Document document = plan.document();
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
            plan.runsByItself() && format != Format.NOTEBOOK,
            document.frontMatter().network(),
            notebook);
    return new Rendered(
        head.around(body.toString()), mathematics.used(), mathematics.diagnostics());
  }
}
