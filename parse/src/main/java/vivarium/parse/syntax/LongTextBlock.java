package vivarium.parse.syntax;

import org.commonmark.node.CustomBlock;

/** The end of a paragraph of very many lines. Its children are inlines. */
public final class LongTextBlock extends CustomBlock {}
