/** Live cells: the element, its buttons and its outputs. */
@NullMarked
package vivarium.web.cell;

import org.jspecify.annotations.NullMarked;
