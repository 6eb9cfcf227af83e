package vivarium.parse.body;

import vivarium.model.diagnostic.Location;

/** Handles the comments that mean the same wherever they stand. */
final class Comments {
  private Comments() {}

  static void report(Comment comment, Reading reading, Location where) {
    if (comment instanceof Comment.Slide slide) {
      reading.slideWishes().add(new Reading.SlideWish(slide.attributes(), where));
    } else if (comment instanceof Comment.MarpDirective directive) {
      reading
          .findings()
          .warnOnce(
              "directive-without-effect",
              directive.name(),
              where,
              "Marp's directive \"" + directive.name() + "\" is known and has no effect here.",
              "Keep it if another tool needs it; else take it out.");
    } else if (comment instanceof Comment.Faulty faulty) {
      reading
          .findings()
          .warning("bad-attributes", where, faulty.message(), "Write class=\"one\" key=\"value\".");
    }
  }
}
