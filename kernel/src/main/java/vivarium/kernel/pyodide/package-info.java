/** The parts of <a href="https://pyodide.org/">Pyodide</a> that the kernel calls. */
@NullMarked
package vivarium.kernel.pyodide;

import org.jspecify.annotations.NullMarked;
