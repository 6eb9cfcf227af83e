package vivarium.site.render;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vivarium.engine.typeset.Typesetter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.notebook.AttachedImages;
import vivarium.model.notebook.Notebook;
import vivarium.model.notebook.NotebookCell;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;
import vivarium.site.notebook.PublishedNotebook;
import vivarium.site.plan.Plan;
import vivarium.site.render.sanitize.Sanitizer;

/**
 * Writes the body of a notebook's page: every cell as the page's script would show it, so that it
 * can take each over as it stands.
 */
final class NotebookBody {
  private static final String PYTHON = "python";

  private final Html out;
  private final Typesetter typesetter;
  private final Mathematics mathematics;
  private final Plan plan;
  private final Surroundings surroundings;
  private final Texts texts;
  private final OutputRenderer outputs;
  private final HeadingAnchors anchors;

  NotebookBody(
      Html out,
      Typesetter typesetter,
      Mathematics mathematics,
      Plan plan,
      Surroundings surroundings,
      Texts texts) {
    this.out = out;
    this.typesetter = typesetter;
    this.mathematics = mathematics;
    this.plan = plan;
    this.surroundings = surroundings;
    this.texts = texts;
    this.anchors = new HeadingAnchors(plan.document());
    this.outputs = new OutputRenderer(typesetter, mathematics, texts);
  }

  /**
   * @param url where the notebook's file stands, relative to the page
   */
  void write(PublishedNotebook published, String url) {
    masthead(published, url);
    out.raw("<main class=\"viv-notebook\">\n<div class=\"viv-nb-cells\">\n");
    Notebook notebook = published.notebook();
    String language = notebook.language().orElse(PYTHON);
    for (NotebookCell cell : notebook.cells()) {
      cell(cell, language);
    }
    out.raw("</div>\n</main>\n");
  }

  private void masthead(PublishedNotebook published, String url) {
    out.raw("<header class=\"viv-masthead\"><p class=\"viv-formats\">");
    for (Format format : plan.formats()) {
      String other = surroundings.formats().get(format);
      if (format != Format.NOTEBOOK && other != null) {
        out.open("a", Map.of("href", other)).text(texts.of(PageBody.name(format))).close("a");
      }
    }
    Map<String, String> file = new LinkedHashMap<>();
    file.put("class", "viv-nb-file");
    file.put("href", url);
    file.put("download", published.name());
    out.open("a", file).text(texts.of(Message.AS_NOTEBOOK)).close("a");
    out.raw("</p></header>\n");
  }

  private void cell(NotebookCell cell, String language) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("class", "viv-nb-cell");
    attributes.put("data-kind", cell.kind().name().toLowerCase(Locale.ROOT));
    if (cell.kind() == NotebookCell.Kind.RAW && cell.source().startsWith("---\n")) {
      attributes.put("data-front", ""); // Front matter, which readers need not see.
    }
    out.open("section", attributes).raw("<div class=\"viv-nb-count\">");
    out.text(cell.executionCount().map(count -> "[" + count + "]").orElse("")).raw("</div>");
    switch (cell.kind()) {
      case CODE -> code(cell, language);
      case MARKDOWN -> {
        String html = AttachedImages.in(typesetter.markdown(cell.source()), cell.attachments());
        mathematics.noteIn(html);
        out.raw("<div class=\"viv-nb-prose\">")
            .raw(anchors.in(Sanitizer.typeset(html)))
            .raw("</div>");
      }
      case RAW, UNKNOWN -> out.raw("<pre class=\"viv-nb-raw\">").text(cell.source()).raw("</pre>");
    }
    out.raw("</section>\n");
  }

  private void code(NotebookCell cell, String language) {
    String element = isPython(language) ? "viv-cell" : "div";
    Map<String, String> attributes = new LinkedHashMap<>();
    if (isPython(language)) {
      attributes.put("state", "static");
      attributes.put("data-toolbar", "run");
    }
    out.open(element, attributes).raw("<pre class=\"viv-source\">");
    out.open("code", Map.of("class", "language-" + (isPython(language) ? PYTHON : language)));
    out.raw(typesetter.highlight(language, cell.source())).raw("</code></pre>");
    out.raw("<div class=\"viv-output\" aria-live=\"polite\">");
    out.raw(outputs.html(cell.outputs().withoutPlaces())).raw("</div>").close(element);
  }

  /** Whether code in this language can run. */
  static boolean isPython(String language) {
    return language.startsWith(PYTHON) || language.startsWith("ipython");
  }

  /** Whether its code can run; else the page is for reading. */
  static boolean isLive(PublishedNotebook published) {
    return isPython(published.notebook().language().orElse(PYTHON));
  }
}
