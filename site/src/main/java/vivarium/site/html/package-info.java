/**
 * Pages of HTML whose scripts are Python, as PyScript has them. They stay as they are, but for
 * where they find PyScript and for the links that lead to documents.
 */
@NullMarked
package vivarium.site.html;

import org.jspecify.annotations.NullMarked;
