/** The YAML at the top of a document. */
@NullMarked
package vivarium.parse.frontmatter;

import org.jspecify.annotations.NullMarked;
