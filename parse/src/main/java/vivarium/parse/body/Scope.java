package vivarium.parse.body;

import vivarium.model.document.Span;

/**
 * What surrounds the blocks being read.
 *
 * @param isTop whether nothing does, so that a slide can end here
 * @param isIncremental whether lists come item by item
 * @param span where the surrounding block stands
 */
record Scope(boolean isTop, boolean isIncremental, Span span) {
  Scope inside(Span block) {
    return new Scope(false, isIncremental, block);
  }

  Scope incremental(boolean incremental) {
    return new Scope(isTop, incremental, span);
  }
}
