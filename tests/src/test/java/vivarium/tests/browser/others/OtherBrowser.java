package vivarium.tests.browser.others;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser with one window, in which a page says what there is to know by scripts. */
public interface OtherBrowser extends AutoCloseable {
  /** Seconds in which a page has to come, or a promise to be kept. */
  int PATIENCE = 120;

  /**
   * Nobody listens there: a browser that is to ask through it has no network but this machine's.
   */
  String NO_PROXY = "127.0.0.1:1";

  /** Opens a page and waits until it is loaded. */
  void open(String url);

  /**
   * The value of an expression in the page, as a text.
   *
   * @param expression may be a promise, which is waited for
   * @throws IllegalStateException when it fails
   */
  String evaluate(String expression);

  /** Waits until an expression is true in the page. */
  default void until(String condition) {
    evaluate(
        "(async () => { while (!(%s)) await new Promise((on) => setTimeout(on, 20)); return true; })()"
            .formatted(condition));
  }

  @Override
  void close();

  /** Where a program of that name lies. */
  static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
