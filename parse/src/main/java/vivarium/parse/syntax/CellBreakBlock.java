package vivarium.parse.syntax;

import org.commonmark.node.CustomBlock;

/** A {@code +++} line, with which MyST parts text into cells of a notebook. */
public final class CellBreakBlock extends CustomBlock {}
