/** What Python code imports, found without running it. */
@NullMarked
package vivarium.packages.imports;

import org.jspecify.annotations.NullMarked;
