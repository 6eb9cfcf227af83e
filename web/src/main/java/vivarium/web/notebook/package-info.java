/** The page of a notebook: its cells, what a reader does with them, and what is kept of it. */
@NullMarked
package vivarium.web.notebook;

import org.jspecify.annotations.NullMarked;
