package vivarium.web.work;

import org.teavm.jso.dom.html.HTMLElement;

/** A cell whose code is the reader's work. */
public interface KeptCell {
  String id();

  /** What the author wrote. */
  String authors();

  /** What stands in the cell now. */
  String text();

  /** Shows another text, one that is kept already. */
  void adopt(String text);

  /** Brings the author's code and outputs back. */
  void reset();

  /** Whether the reader can change it. */
  boolean isEditable();

  HTMLElement element();
}
