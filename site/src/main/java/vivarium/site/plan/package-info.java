/** Decides what becomes of a document: which cells are live, and where its slides begin. */
@NullMarked
package vivarium.site.plan;

import org.jspecify.annotations.NullMarked;
