/**
 * A document after parsing: front matter, blocks, inlines and cells, with their positions in the
 * source.
 */
@NullMarked
package vivarium.model.document;

import org.jspecify.annotations.NullMarked;
