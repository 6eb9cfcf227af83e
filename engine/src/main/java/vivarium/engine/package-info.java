/** JavaScript and Python on this machine, in V8. */
@NullMarked
package vivarium.engine;

import org.jspecify.annotations.NullMarked;
