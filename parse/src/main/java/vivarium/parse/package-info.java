/**
 * Turns Markdown, notebooks and scripts into documents. {@link vivarium.parse.DocumentParser} is
 * the way in; the packages below this one are its parts and may change at any time.
 */
@NullMarked
package vivarium.parse;

import org.jspecify.annotations.NullMarked;
