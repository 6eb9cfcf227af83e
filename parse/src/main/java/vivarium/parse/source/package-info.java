/** The text of a file, positions in it, and what is found to be wrong with it. */
@NullMarked
package vivarium.parse.source;

import org.jspecify.annotations.NullMarked;
