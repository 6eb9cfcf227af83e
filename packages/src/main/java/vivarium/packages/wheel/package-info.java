/**
 * Wheels: their names, whether an engine can use them, and what is in them; see <a
 * href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">Binary
 * distribution format</a>.
 */
@NullMarked
package vivarium.packages.wheel;

import org.jspecify.annotations.NullMarked;
