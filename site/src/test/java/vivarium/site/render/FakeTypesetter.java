package vivarium.site.render;

import vivarium.engine.typeset.MathException;
import vivarium.engine.typeset.Typesetter;

/** Escapes code, marks its words that look like keywords, and wraps the rest. */
public final class FakeTypesetter implements Typesetter {
  private int calls;

  @Override
  public String highlight(String language, String code) {
    calls++;
    String escaped = Html.escape(code);
    return language.equals("python")
        ? escaped.replaceAll("\\b(for|in|def|return)\\b", "<span class=\"tok-keyword\">$1</span>")
        : escaped;
  }

  @Override
  public String math(String tex, boolean display) throws MathException {
    if (tex.contains("\\wrong")) {
      throw new MathException("\\wrong is no command");
    }
    return "<span class=\"katex\">" + Html.escape(tex) + "</span>";
  }

  @Override
  public String markdown(String text) {
    return "<p>" + text + "</p>\n";
  }

  @Override
  public String latex(String text) {
    return "<p><span class=\"katex\">" + Html.escape(text) + "</span></p>";
  }

  @Override
  public void close() {}

  /** How often code was highlighted, which tells what was rendered anew. */
  public int calls() {
    return calls;
  }
}
