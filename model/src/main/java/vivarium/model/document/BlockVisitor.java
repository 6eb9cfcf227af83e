package vivarium.model.document;

/** One method for each kind of {@link Block}. */
public interface BlockVisitor<R> {
  R heading(Block.Heading heading);

  R paragraph(Block.Paragraph paragraph);

  R quote(Block.Quote quote);

  R callout(Block.Callout callout);

  R itemList(Block.ItemList list);

  R table(Block.Table table);

  R code(Block.Code code);

  R cell(Block.PythonCell cell);

  R displayMath(Block.DisplayMath math);

  R rawHtml(Block.RawHtml html);

  R rule(Block.Rule rule);

  R slideBreak(Block.SlideBreak slideBreak);

  R pause(Block.Pause pause);

  R notes(Block.Notes notes);

  R div(Block.Div div);

  R footnote(Block.Footnote footnote);
}
