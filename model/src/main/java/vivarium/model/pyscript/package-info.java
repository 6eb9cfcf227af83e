/**
 * PyScript's configuration, as <a
 * href="https://docs.pyscript.net/latest/user-guide/configuration/">its manual</a> defines it. Runs
 * in the JVM, when a page is built, and in the browser.
 */
@NullMarked
package vivarium.model.pyscript;

import org.jspecify.annotations.NullMarked;
