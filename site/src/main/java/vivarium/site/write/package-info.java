/**
 * Puts the files of a site into a folder, so that a failure leaves the old site whole.
 *
 * <p>Everything new is first staged below the folder itself, in {@code .vivarium-staging}. Then a
 * journal says what is to be moved, and each file takes its place by an atomic rename. When one of
 * them fails, all are undone; when the program is killed, the next write finds the journal and
 * brings the switch to its end.
 */
@NullMarked
package vivarium.site.write;

import org.jspecify.annotations.NullMarked;
