/** Finds the files that the cells of a document read. */
@NullMarked
package vivarium.site.files;

import org.jspecify.annotations.NullMarked;
