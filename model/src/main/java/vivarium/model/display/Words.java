package vivarium.model.display;

/** What is said to a reader about outputs. */
public final class Words {
  /** What an image stands for where it is not seen. */
  public static final String IMAGE = "Output of the cell, an image";

  /** What opens all that Python says of an exception. */
  public static final String FULL_TRACEBACK = "Full traceback";

  private Words() {}

  /**
   * A line of code.
   *
   * @param cell the cell that it is in; empty for the one that is spoken of
   */
  public static String line(int line, String cell) {
    return "line " + line + (cell.isEmpty() ? "" : " of “" + cell + "”");
  }

  /** How many characters of a run's output were left out. */
  public static String leftOut(int characters) {
    return "… and " + grouped(characters) + " more characters, left out.";
  }

  /** {@code 1234567} as {@code 1,234,567}. */
  public static String grouped(int number) {
    String digits = Integer.toString(number);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(',');
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }
}
