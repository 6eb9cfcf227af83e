/** What strangers and their files try. */
@NullMarked
package vivarium.tests.hostile;

import org.jspecify.annotations.NullMarked;
