package vivarium.packages.resolve;

import java.util.function.Predicate;

/**
 * A package that is needed.
 *
 * @param name the package
 * @param accepts which of its releases will do
 * @param wording how whoever needs it wrote that: {@code rich>=13}
 */
public record Need(String name, Predicate<String> accepts, String wording) {}
