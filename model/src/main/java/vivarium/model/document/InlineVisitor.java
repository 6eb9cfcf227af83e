package vivarium.model.document;

/** One method for each kind of {@link Inline}. */
public interface InlineVisitor<R> {
  R text(Inline.Text text);

  R emphasis(Inline.Emphasis emphasis);

  R strong(Inline.Strong strong);

  R strikethrough(Inline.Strikethrough strikethrough);

  R codeSpan(Inline.CodeSpan code);

  R link(Inline.Link link);

  R image(Inline.Image image);

  R math(Inline.InlineMath math);

  R rawHtml(Inline.RawHtml html);

  R hardBreak(Inline.HardBreak hardBreak);

  R softBreak(Inline.SoftBreak softBreak);

  R styled(Inline.Styled styled);

  R footnoteMark(Inline.FootnoteMark mark);
}
