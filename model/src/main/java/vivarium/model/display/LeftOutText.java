package vivarium.model.display;

import vivarium.model.output.Output;
import vivarium.model.text.Message;
import vivarium.model.text.Texts;

/** How much was left out, in a reader's words. */
final class LeftOutText {
  private LeftOutText() {}

  static String of(Output.LeftOut leftOut, Texts texts) {
    String text = texts.count(Message.CHARACTER, Message.CHARACTERS, leftOut.characters());
    if (leftOut.lines() > 0) {
      String lines = texts.count(Message.ONE_LINE, Message.LINES, leftOut.lines());
      text = texts.of(Message.IN_LINES, text, lines);
    }
    if (leftOut.displays() > 0) {
      String values = texts.count(Message.ONE_VALUE, Message.VALUES, leftOut.displays());
      text = leftOut.characters() == 0 ? values : texts.of(Message.AND_VALUES, text, values);
    }
    return texts.of(Message.LEFT_OUT, text);
  }
}
