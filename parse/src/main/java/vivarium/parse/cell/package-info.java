/** Fenced code: its first line, its options, and the cells they make. */
@NullMarked
package vivarium.parse.cell;

import org.jspecify.annotations.NullMarked;
