/**
 * Versions and what may be demanded of them, as in <a
 * href="https://packaging.python.org/en/latest/specifications/version-specifiers/">Version
 * specifiers</a> (PEP 440).
 */
@NullMarked
package vivarium.packages.version;

import org.jspecify.annotations.NullMarked;
