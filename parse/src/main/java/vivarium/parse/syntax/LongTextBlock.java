package vivarium.parse.syntax;

import org.commonmark.node.CustomBlock;

/** A paragraph, or the rest of one, of extraordinary size. Its children are inlines. */
public final class LongTextBlock extends CustomBlock {}
