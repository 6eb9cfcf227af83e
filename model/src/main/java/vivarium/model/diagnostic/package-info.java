/**
 * What Vivarium tells a user about their documents: what is wrong, where, and how to put it right.
 */
@NullMarked
package vivarium.model.diagnostic;

import org.jspecify.annotations.NullMarked;
