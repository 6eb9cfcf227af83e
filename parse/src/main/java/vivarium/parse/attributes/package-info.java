/** What stands between braces: {@code {#id .class key=value}}. */
@NullMarked
package vivarium.parse.attributes;

import org.jspecify.annotations.NullMarked;
