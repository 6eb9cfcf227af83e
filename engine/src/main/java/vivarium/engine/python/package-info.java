/** Python at build time: Pyodide in V8, each document in an interpreter of its own. */
@NullMarked
package vivarium.engine.python;

import org.jspecify.annotations.NullMarked;
