/** The words that the page itself says. */
@NullMarked
package vivarium.web.text;

import org.jspecify.annotations.NullMarked;
