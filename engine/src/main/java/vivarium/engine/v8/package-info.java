/** V8 itself. */
@NullMarked
package vivarium.engine.v8;

import org.jspecify.annotations.NullMarked;
