/**
 * Jupyter's <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">notebook
 * format</a>: {@link vivarium.model.notebook.NotebookReader} reads it, {@link
 * vivarium.model.notebook.EditableNotebook} changes it cell by cell and leaves the rest of its text
 * alone, {@link vivarium.model.notebook.NotebookRecorder} puts outputs into it that way, and {@link
 * vivarium.model.notebook.NewNotebook} writes a new one.
 */
@NullMarked
package vivarium.model.notebook;

import org.jspecify.annotations.NullMarked;
