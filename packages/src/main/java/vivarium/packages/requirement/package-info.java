/**
 * What a project needs: requirements and their markers, as in <a
 * href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/">Dependency
 * specifiers</a> (PEP 508), and the files that they are written in.
 */
@NullMarked
package vivarium.packages.requirement;

import org.jspecify.annotations.NullMarked;
