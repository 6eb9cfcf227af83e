/**
 * What sources have of packages, and how an index writes it. It runs in the JVM and in browsers.
 */
@NullMarked
package vivarium.packages.offer;

import org.jspecify.annotations.NullMarked;
