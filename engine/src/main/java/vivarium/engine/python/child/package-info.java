/** The process in which documents' Python runs. */
@NullMarked
package vivarium.engine.python.child;

import org.jspecify.annotations.NullMarked;
