/** What strangers, their code and their files try; where it matters, a server of theirs listens. */
@NullMarked
package vivarium.tests.hostile;

import org.jspecify.annotations.NullMarked;
