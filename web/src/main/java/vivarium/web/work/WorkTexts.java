package vivarium.web.work;

import java.util.List;
import vivarium.model.text.Message;
import vivarium.web.text.PageTexts;

/** What a reader is told of their work, where it depends on how much there is. */
final class WorkTexts {
  private WorkTexts() {}

  /** How much a reader has changed. */
  static String work(int cells) {
    return PageTexts.all().count(Message.WORK_ONE, Message.WORK_SEVERAL, cells);
  }

  /** Records that cannot be read stay where they are. */
  static String unreadable(int count) {
    return PageTexts.all().count(Message.UNREADABLE_ONE, Message.UNREADABLE_SEVERAL, count);
  }

  /** How much came from a file. */
  static String restored(int count) {
    return PageTexts.all().count(Message.RESTORED_ONE, Message.RESTORED_SEVERAL, count);
  }

  /** What is about to be erased. */
  static String erasing(List<String> cells, int earlier) {
    if (cells.isEmpty() && earlier == 0) {
      return PageTexts.of(Message.NOTHING_TO_ERASE);
    }
    String code = PageTexts.of(Message.ERASING_CODE, String.join(", ", cells));
    String pieces = PageTexts.all().count(Message.ERASING_PIECE, Message.ERASING_PIECES, earlier);
    String what =
        cells.isEmpty()
            ? pieces
            : earlier == 0 ? code : PageTexts.of(Message.ERASING_BOTH, code, pieces);
    return PageTexts.of(Message.ERASING, what);
  }

  /**
   * Why work is not kept.
   *
   * @param reason the browser's name for it; empty when it says nothing
   */
  static String notKept(String reason) {
    return switch (reason) {
      case "QuotaExceededError" -> PageTexts.of(Message.NO_ROOM);
      case "" -> PageTexts.of(Message.NO_ANSWER);
      default -> PageTexts.of(Message.NO_STORAGE, reason);
    };
  }
}
