/** The page of a notebook, in a real browser. */
@NullMarked
package vivarium.tests.browser.notebook;

import org.jspecify.annotations.NullMarked;
