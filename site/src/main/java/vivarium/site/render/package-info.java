/** Writes documents as HTML that reads well without JavaScript, escaped by default. */
@NullMarked
package vivarium.site.render;

import org.jspecify.annotations.NullMarked;
