/**
 * How outputs are shown: the same HTML when a site is built and when a cell runs in the browser.
 */
@NullMarked
package vivarium.model.display;

import org.jspecify.annotations.NullMarked;
