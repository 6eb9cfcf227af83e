/** What a reader does to the cells of a notebook, and takes back. Knows nothing of the page. */
@NullMarked
package vivarium.web.notebook.edit;

import org.jspecify.annotations.NullMarked;
