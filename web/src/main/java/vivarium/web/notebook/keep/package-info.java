/** Keeps what a reader makes of a notebook, in this browser, whatever other tabs do. */
@NullMarked
package vivarium.web.notebook.keep;

import org.jspecify.annotations.NullMarked;
