package vivarium.model.document;

import java.util.List;

/** The words of some inlines, without their formatting. */
public final class PlainText implements InlineVisitor<String> {
  private static final PlainText INSTANCE = new PlainText();

  private PlainText() {}

  /**
   * The words of {@code inlines}; mathematics as TeX, an image as its alternative, no tags or
   * marks.
   */
  public static String of(List<Inline> inlines) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : inlines) {
      text.append(inline.accept(INSTANCE));
    }
    return text.toString();
  }

  @Override
  public String text(Inline.Text inline) {
    return inline.text();
  }

  @Override
  public String emphasis(Inline.Emphasis inline) {
    return of(inline.children());
  }

  @Override
  public String strong(Inline.Strong inline) {
    return of(inline.children());
  }

  @Override
  public String strikethrough(Inline.Strikethrough inline) {
    return of(inline.children());
  }

  @Override
  public String codeSpan(Inline.CodeSpan inline) {
    return inline.code();
  }

  @Override
  public String link(Inline.Link inline) {
    return of(inline.children());
  }

  @Override
  public String image(Inline.Image inline) {
    return of(inline.alternative());
  }

  @Override
  public String math(Inline.InlineMath inline) {
    return inline.tex();
  }

  @Override
  public String rawHtml(Inline.RawHtml inline) {
    return "";
  }

  @Override
  public String hardBreak(Inline.HardBreak inline) {
    return " ";
  }

  @Override
  public String softBreak(Inline.SoftBreak inline) {
    return " ";
  }

  @Override
  public String styled(Inline.Styled inline) {
    return of(inline.children());
  }

  /** Its number is not known here, and belongs to no title. */
  @Override
  public String footnoteMark(Inline.FootnoteMark inline) {
    return "";
  }
}
