package vivarium.execute.compare;

import java.util.Map;
import java.util.regex.Pattern;
import vivarium.model.output.MimeBundle;

/** How much of a value in several forms is compared. */
enum BundleText {
  /** Its plain text, which is all that text can record. */
  PLAIN,
  /** Its plain text, but for that of a thing that is seen. */
  PLAIN_UNSEEN,
  /** Each form: text by its words, images and the rest by being there. */
  EVERY_FORM;

  /** {@code <Figure size 640x480 with 1 Axes>}: what Python says of a thing that is seen. */
  private static final Pattern THING =
      Pattern.compile("<(?:Figure [^>]*+|[\\w.]++ object(?: at 0x[0-9a-fA-F]++)?+)>");

  private static final Pattern SPACE = Pattern.compile("\\s++");
  private static final Pattern BETWEEN_TAGS = Pattern.compile("> ?<");

  /** The lines to compare, without a line end after the last; empty for none. */
  String of(MimeBundle bundle) {
    StringBuilder text = new StringBuilder();
    bundle.data().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            form -> {
              String shown = of(form.getKey(), form.getValue(), bundle.data().size() > 1);
              if (!shown.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(shown);
              }
            });
    return text.toString();
  }

  private String of(String type, String form, boolean hasOthers) {
    if (type.equals(MimeBundle.TEXT)) {
      return this != PLAIN && hasOthers && THING.matcher(form.strip()).matches() ? "" : form;
    }
    if (this != EVERY_FORM || type.equals(MimeBundle.ALT)) {
      return "";
    }
    if (type.equals(MimeBundle.HTML)) {
      String line = SPACE.matcher(form.strip()).replaceAll(" ");
      return BETWEEN_TAGS.matcher(line).replaceAll(">\n<");
    }
    if (type.startsWith("text/")) {
      return form;
    }
    return "[" + (type.startsWith("image/") ? "image" : type) + "]";
  }
}
