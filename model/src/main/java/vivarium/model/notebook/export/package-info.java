/** Notebooks as files of other kinds. */
@NullMarked
package vivarium.model.notebook.export;

import org.jspecify.annotations.NullMarked;
