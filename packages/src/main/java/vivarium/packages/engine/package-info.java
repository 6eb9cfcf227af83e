/** The engine that packages are chosen for. */
@NullMarked
package vivarium.packages.engine;

import org.jspecify.annotations.NullMarked;
