/**
 * Code, markup and messages that mean harm, in the real browser; a server of the attacker's
 * listens.
 */
@NullMarked
package vivarium.tests.hostile;

import org.jspecify.annotations.NullMarked;
