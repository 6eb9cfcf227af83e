/** The parts of a page that are loaded when they are needed. */
@NullMarked
package vivarium.web.loading;

import org.jspecify.annotations.NullMarked;
