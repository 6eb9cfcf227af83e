package vivarium.parse.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.document.Block;
import vivarium.model.document.CellOptions;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.LineSteps;
import vivarium.model.document.Span;
import vivarium.parse.attributes.Ids;
import vivarium.parse.body.BodyParts;
import vivarium.parse.body.BodySettings;
import vivarium.parse.cell.NotebookCode;
import vivarium.parse.frontmatter.FileHead;
import vivarium.parse.source.Findings;

/** Makes the blocks of a document that consists of parts. */
final class PartBlocks {
  private final Findings findings;
  private final BodyParts body;
  private final boolean isDeck;
  private final Optional<String> otherLanguage;
  private final boolean isIpython;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * A reader for one document.
   *
   * @param otherLanguage the language of its code when that is not Python
   * @param isIpython whether its code may hold IPython's magics
   */
  PartBlocks(
      FileHead head,
      List<Part> parts,
      Optional<String> otherLanguage,
      boolean isIpython,
      Findings findings) {
    this.findings = findings;
    this.isDeck = head.frontMatter().formats().contains(Format.SLIDES);
    this.otherLanguage = otherLanguage;
    this.isIpython = isIpython;
    BodySettings settings = new BodySettings(false, isDeck, false, head.isIncremental(), false);
    this.body = new BodyParts(askedFor(parts), settings, findings);
  }

  /** What holds for a notebook or a script that does not say. */
  static FrontMatter defaults(List<Part> parts) {
    boolean isDeck =
        parts.stream().anyMatch(part -> Set.of("slide", "subslide").contains(part.slideType()));
    return new FrontMatter(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        FrontMatter.DEFAULT.lang(),
        isDeck ? List.of(Format.SLIDES, Format.PAGE) : List.of(Format.PAGE),
        FrontMatter.Live.ALL,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        FrontMatter.Trust.AUTHOR,
        Map.of(),
        CellOptions.NONE);
  }

  private static Set<String> askedFor(List<Part> parts) {
    Set<String> ids = new HashSet<>();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.CODE) {
        part.id().ifPresent(ids::add);
      }
      ids.addAll(Ids.askedFor(part.text().text()));
    }
    return ids;
  }

  List<Block> of(List<Part> parts) {
    for (Part part : parts) {
      if (isDeck) {
        slide(part);
      } else {
        blocks.addAll(content(part, false));
      }
    }
    return body.finished(blocks);
  }

  /** Adds a part as <a href="https://rise.readthedocs.io/">RISE</a> shows it. */
  private void slide(Part part) {
    Span span = part.span();
    switch (part.slideType()) {
      case "slide", "subslide" -> {
        if (!blocks.isEmpty()) {
          blocks.add(new Block.SlideBreak(part.slideType().equals("subslide"), span));
        }
        blocks.addAll(content(part, false));
      }
      case "fragment" -> {
        blocks.add(new Block.Pause(span));
        blocks.addAll(content(part, false));
      }
      case "skip" -> {
        if (part.kind() == Part.Kind.CODE) {
          blocks.addAll(content(part, true));
        }
      }
      case "notes" -> blocks.add(new Block.Notes(content(part, false), span));
      default -> blocks.addAll(content(part, false));
    }
  }

  private List<Block> content(Part part, boolean isUnseen) {
    if (part.isBlank()) {
      return List.of();
    }
    return switch (part.kind()) {
      case CODE -> otherLanguage.isPresent() ? shown(part) : List.of(cell(part, isUnseen));
      case MARKDOWN -> body.markdown(part.text(), part.attachments());
      case RAW -> raw(part);
    };
  }

  private Block cell(Part part, boolean isUnseen) {
    NotebookCode code =
        new NotebookCode(
            part.text(),
            part.metadata().tags(),
            part.id(),
            isUnseen,
            isIpython,
            part.outputs(),
            part.recorded(),
            part.span());
    return new Block.PythonCell(code.cell(findings, body.names()));
  }

  private List<Block> shown(Part part) {
    String language = otherLanguage.orElse("");
    findings.warnOnce(
        "language-not-run",
        language,
        part.text().location(0, 0),
        "Code in \"" + language + "\" is shown and cannot run: Vivarium runs Python.",
        "Build a notebook in Python, or leave it as text to read.");
    return List.of(new Block.Code(language, part.text().text(), LineSteps.NONE, part.span()));
  }

  private List<Block> raw(Part part) {
    String type = part.metadata().mimeType().orElse("");
    if (type.equals("text/html")) {
      return List.of(new Block.RawHtml(part.text().text().stripTrailing(), part.span()));
    }
    findings.warnOnce(
        "raw-cell-left-out",
        type,
        part.text().location(0, 0),
        type.isEmpty()
            ? "This raw cell does not say what it is, so it is left out."
            : "This raw cell is " + Findings.quoted(type) + " and not HTML, so it is left out.",
        "Give it the format HTML if that is what it is, or make it a Markdown cell.");
    return List.of();
  }
}
