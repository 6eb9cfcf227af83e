package vivarium.execute;

import java.util.Locale;
import java.util.Set;
import vivarium.model.output.Output;

/** Says how to put a cell right, in the words of its kind of source. */
final class Remedies {
  private static final Set<String> NO_INPUT = Set.of("UnsupportedOperation", "EOFError");

  /** Where a cell's options stand. */
  private enum Kind {
    /** In the braces of its fence. */
    MARKDOWN,
    /** In its tags. */
    NOTEBOOK,
    /** In a comment above it, which a script without cells has to be given first. */
    SCRIPT
  }

  private final Kind kind;

  private Remedies(Kind kind) {
    this.kind = kind;
  }

  /** For a document at {@code path}. */
  static Remedies of(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".py")) {
      return new Remedies(Kind.SCRIPT);
    }
    return new Remedies(name.endsWith(".ipynb") ? Kind.NOTEBOOK : Kind.MARKDOWN);
  }

  /** For an exception that nobody expected. */
  String exception(Output.Failure error) {
    if (isMissingModule(error)) {
      return "Correct the name; or, if it is a package, "
          + (kind == Kind.SCRIPT
              ? "name it in a block \"# /// script\" at the top"
              : "write packages: [NAME] in the front matter")
          + " and run vivarium lock; or "
          + norun()
          + ".";
    }
    if (isInput(error)) {
      return "Nobody answers while the site is built: give the option stdin a line for each question,"
          + " or "
          + norun()
          + ".";
    }
    return "Correct it, or %s if the exception is meant."
        .formatted(mark("raises", "raises-exception"));
  }

  /**
   * For an exception that was expected in vain.
   *
   * @param isMarked whether the author said so; else the source records it
   */
  String noException(boolean isMarked) {
    if (!isMarked) {
      return "Correct it, or take the recorded error out of the source.";
    }
    return switch (kind) {
      case MARKDOWN -> "Correct it, or take \"raises\" out of the braces of its fence.";
      case NOTEBOOK -> "Correct it, or take the tag \"raises-exception\" from the cell.";
      case SCRIPT -> "Correct it, or take \"raises-exception\" out of the tags above it.";
    };
  }

  /** For a cell that ran too long. */
  String timeLimit() {
    String longer =
        kind == Kind.MARKDOWN
            ? "write timelimit=SECONDS in the braces of its fence"
            : "begin it with the line \"#| timelimit: SECONDS\"";
    return "Make it end sooner, or %s if it needs longer.".formatted(longer);
  }

  /** For a cell that waits in vain. */
  String waiting() {
    return "Correct what it awaits, or %s.".formatted(norun());
  }

  /** For a cell that ended the interpreter. */
  String breakdown() {
    return "Look for a recursion without end, for very large data, or for code that ends Python,"
        + " such as os._exit(), or "
        + norun()
        + ".";
  }

  private String norun() {
    return mark("norun", "skip-execution")
        + (kind == Kind.MARKDOWN
            ? " so that it does not run at build time"
            : " so that it does not run");
  }

  private String mark(String word, String tag) {
    return switch (kind) {
      case MARKDOWN -> "write \"%s\" in the braces of its fence".formatted(word);
      case NOTEBOOK -> "give it the tag \"%s\"".formatted(tag);
      case SCRIPT -> "write the line `# %%%% tags=[\"%s\"]` above the code".formatted(tag);
    };
  }

  /** Not {@code No module named 'os.x'; 'os' is not a package}, whose first part there is. */
  private static boolean isMissingModule(Output.Failure error) {
    return error.name().equals("ModuleNotFoundError")
        && !error.value().contains("is not a package");
  }

  /** Such errors come from files too; those of {@code input()} speak of input, or of a line. */
  private static boolean isInput(Output.Failure error) {
    String name = error.name().substring(error.name().lastIndexOf('.') + 1);
    return NO_INPUT.contains(name)
        && (error.value().contains("input") || error.value().contains("reading a line"));
  }
}
