/**
 * What readers made of cells: where it belongs, how versions of it meet, how it is written down.
 */
@NullMarked
package vivarium.web.drafts;

import org.jspecify.annotations.NullMarked;
