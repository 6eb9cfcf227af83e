/** The entry point of a page. */
@NullMarked
package vivarium.web;

import org.jspecify.annotations.NullMarked;
