/** The text of a document, from Markdown's tree to blocks. */
@NullMarked
package vivarium.parse.body;

import org.jspecify.annotations.NullMarked;
