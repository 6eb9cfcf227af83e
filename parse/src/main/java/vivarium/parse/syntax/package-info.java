/** Markdown beyond CommonMark: groups, directives, mathematics, attributes. */
@NullMarked
package vivarium.parse.syntax;

import org.jspecify.annotations.NullMarked;
