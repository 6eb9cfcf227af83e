package vivarium.model.text;

/** The texts of one page, in its language. */
public final class Texts {
  private final Source source;

  /** Where the texts come from. */
  public interface Source {
    /** The text for a {@link Message#key}; there is one for each. */
    String text(String key);
  }

  public Texts(Source source) {
    this.source = source;
  }

  /** What {@code message} says, with {@code values} in place of <code>{0}</code> and so on. */
  public String of(Message message, String... values) {
    return fill(message.key(), values);
  }

  /** What stands under a key, with {@code values} in it as in {@link #of}. */
  public String fill(String key, String... values) {
    String text = source.text(key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }

  /** The message for how many there are of something, which is another one for one alone. */
  public String count(Message one, Message several, int number) {
    return of(number == 1 ? one : several, number(number));
  }

  /** {@code 1234567} as a reader of the language writes it: {@code 1,234,567}. */
  public String number(int number) {
    String digits = Integer.toString(number);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(of(Message.GROUP_SEPARATOR));
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }
}
