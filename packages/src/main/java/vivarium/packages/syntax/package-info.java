/** Reading the short texts of Python packaging, with errors that name the place. */
@NullMarked
package vivarium.packages.syntax;

import org.jspecify.annotations.NullMarked;
