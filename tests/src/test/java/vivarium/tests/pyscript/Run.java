package vivarium.tests.pyscript;

import java.util.regex.Pattern;

/**
 * One way in which a page of the corpus is opened.
 *
 * @param page its name, without {@code .html}
 * @param type {@code py} or {@code mpy}, which stands for {@code TYPE} in the page
 * @param isWorker whether {@code WORKER} in the page becomes an attribute
 * @param isIsolated whether the host sends the headers that allow shared memory
 */
record Run(String page, String type, boolean isWorker, boolean isIsolated) {
  private static final Pattern TYPE = Pattern.compile("\\bTYPE\\b");

  /**
   * Reads what a page says of itself: a type, and after slashes {@code worker}, {@code isolated}
   * for a page that makes its own workers, {@code open} for a worker without the headers.
   */
  static Run of(String page, String words) {
    String[] parts = words.split("/", -1);
    boolean isWorker = false;
    boolean isIsolated = false;
    for (int i = 1; i < parts.length; i++) {
      switch (parts[i]) {
        case "worker" -> {
          isWorker = true;
          isIsolated = true;
        }
        case "isolated" -> isIsolated = true;
        case "open" -> isIsolated = false;
        default -> throw new IllegalArgumentException(page + ".html: what is " + parts[i] + "?");
      }
    }
    if (!parts[0].equals("py") && !parts[0].equals("mpy")) {
      throw new IllegalArgumentException(page + ".html: what is " + parts[0] + "?");
    }
    return new Run(page, parts[0], isWorker, isIsolated);
  }

  /** The words that {@link #of} reads, and the folder of the page. */
  String kind() {
    String kind = isWorker ? type + "/worker" : type;
    return isIsolated == isWorker ? kind : kind + (isIsolated ? "/isolated" : "/open");
  }

  /** The page as it is served. */
  String filled(String source) {
    String typed = TYPE.matcher(source).replaceAll(type);
    return isWorker ? typed.replace(" WORKER", " worker") : typed.replace(" WORKER", "");
  }

  @Override
  public String toString() {
    return page + " " + kind();
  }
}
