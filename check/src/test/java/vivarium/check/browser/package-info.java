@NullMarked
package vivarium.check.browser;

import org.jspecify.annotations.NullMarked;
