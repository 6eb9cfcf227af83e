/** What PyScript pages use of Java. */
@NullMarked
package vivarium.web.pyscript;

import org.jspecify.annotations.NullMarked;
