package vivarium.engine.typeset;

/** Turns code and mathematics into HTML that needs no JavaScript. Safe to use from many threads. */
public interface Typesetter extends AutoCloseable {
  /**
   * Code as HTML, with the class names of <a
   * href="https://lezer.codemirror.net/docs/ref/#highlight.classHighlighter">Lezer's
   * classHighlighter</a>, which the editor uses as well.
   *
   * @param language a name such as {@code python} or {@code py}, in any case; for one that is not
   *     known the code is escaped only
   * @return spans that nest in no other and may hold a line break; their text is {@code code},
   *     unchanged
   */
  String highlight(String language, String code);

  /**
   * Mathematics as HTML with MathML beside it for screen readers.
   *
   * @param tex what <a href="https://katex.org/docs/supported">KaTeX</a> understands, without
   *     dollar signs
   * @param display whether it stands on a line of its own
   * @throws MathException when the TeX is wrong
   */
  String math(String tex, boolean display) throws MathException;

  /**
   * Markdown that a cell wrote as HTML, with its mathematics set. HTML within it stays as it is:
   * the whole has to be sanitised. What is wrong in its TeX is shown as code.
   */
  String markdown(String text);

  /**
   * Text that a cell wrote with TeX between dollars, brackets or the ends of an environment, as
   * HTML; else as {@link #markdown}.
   */
  String latex(String text);

  @Override
  void close();
}
