/** The code editor, CodeMirror 6. */
@NullMarked
package vivarium.web.editor;

import org.jspecify.annotations.NullMarked;
