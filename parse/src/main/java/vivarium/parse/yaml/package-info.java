/** YAML with the position of everything in it. */
@NullMarked
package vivarium.parse.yaml;

import org.jspecify.annotations.NullMarked;
