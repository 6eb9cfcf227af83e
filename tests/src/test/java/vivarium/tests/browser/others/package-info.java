/** Browsers that Playwright cannot drive, as they come with the system. */
@NullMarked
package vivarium.tests.browser.others;

import org.jspecify.annotations.NullMarked;
