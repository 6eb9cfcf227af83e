package vivarium.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a page's scripts can tell. {@link Page#waitForFunction} makes code of a text in
 * the page, which the policies of pages refuse; this asks from outside.
 */
public final class Eventually {
  /** What is as good as {@code false} in JavaScript. */
  private static final List<Object> FALSE = List.of(false, 0, 0.0, "");

  private Eventually() {}

  /**
   * Waits until an expression is true.
   *
   * @throws PlaywrightException when it is not within half a minute
   */
  public static void holds(Page page, String expression) {
    holds(page, expression, null);
  }

  /** Waits until a function gives something true for an argument. */
  public static void holds(Page page, String function, @Nullable Object argument) {
    page.waitForCondition(() -> isTrue(page, function, argument));
  }

  private static boolean isTrue(Page page, String function, @Nullable Object argument) {
    try {
      Object value = page.evaluate(function, argument);
      return Objects.nonNull(value) && !FALSE.contains(value);
    } catch (PlaywrightException e) {
      if (String.valueOf(e.getMessage()).contains("context was destroyed")) {
        return false; // The page is just going over to another one.
      }
      throw e;
    }
  }
}
