/** Choosing releases of packages, for an engine. It runs in the JVM and in browsers. */
@NullMarked
package vivarium.packages.choice;

import org.jspecify.annotations.NullMarked;
