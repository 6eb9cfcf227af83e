/**
 * An installed browser, driven without a window through the <a
 * href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>.
 */
@NullMarked
package vivarium.check.browser;

import org.jspecify.annotations.NullMarked;
