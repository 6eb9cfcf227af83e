/** Runs the cells of documents, and compares what they wrote with what is recorded. */
@NullMarked
package vivarium.execute;

import org.jspecify.annotations.NullMarked;
