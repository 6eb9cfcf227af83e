/** Cleans HTML that a cell made, as DOMPurify does in the browser. */
@NullMarked
package vivarium.site.render.sanitize;

import org.jspecify.annotations.NullMarked;
