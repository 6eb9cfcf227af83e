package vivarium.parse.syntax;

import org.commonmark.node.CustomBlock;

/** A line of colons that closes no group. */
public final class StrayFenceBlock extends CustomBlock {}
