/** Documents that consist of cells: Jupyter's notebooks, and scripts in Python. */
@NullMarked
package vivarium.parse.notebook;

import org.jspecify.annotations.NullMarked;
