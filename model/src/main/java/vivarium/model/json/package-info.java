/** A small JSON tree with a parser and a writer that work in the JVM and in the browser. */
@NullMarked
package vivarium.model.json;

import org.jspecify.annotations.NullMarked;
