/** From the names that a program imports to the distributions that bring them. */
@NullMarked
package vivarium.packages.names;

import org.jspecify.annotations.NullMarked;
