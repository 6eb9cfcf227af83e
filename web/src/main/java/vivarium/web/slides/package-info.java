/** Decks, with reveal.js. */
@NullMarked
package vivarium.web.slides;

import org.jspecify.annotations.NullMarked;
