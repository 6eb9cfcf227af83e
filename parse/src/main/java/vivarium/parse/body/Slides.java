package vivarium.parse.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.model.document.Attributes;
import vivarium.model.document.Block;
import vivarium.model.document.Inline;
import vivarium.parse.body.Reading.SlideWish;

/** Does to the blocks of a whole document what can only be done once all are there. */
final class Slides {
  private static final String PREFIX = "data-";

  private final Reading reading;
  private final List<Block> blocks;

  Slides(Reading reading, List<Block> blocks) {
    this.reading = reading;
    this.blocks = new ArrayList<>(blocks);
  }

  /** The blocks, with {@code --} lines as breaks and the slides' attributes on their headings. */
  List<Block> finished() {
    if (blocks.stream().anyMatch(Slides::isBreak)) {
      blocks.replaceAll(
          block -> isTwoHyphens(block) ? new Block.SlideBreak(true, block.span()) : block);
    }
    return granted();
  }

  /** The blocks, with the slides' attributes on their headings. */
  List<Block> granted() {
    reading.slideWishes().forEach(this::grant);
    return List.copyOf(blocks);
  }

  private static boolean isBreak(Block block) {
    return block instanceof Block.SlideBreak;
  }

  private static boolean isTwoHyphens(Block block) {
    return block instanceof Block.Paragraph paragraph
        && paragraph.content().equals(List.of(new Inline.Text("--")));
  }

  /** Gives the attributes of a comment to the first heading of the slide it is on. */
  private void grant(SlideWish wish) {
    Optional<Integer> heading = headingOfSlide(wish.where().line());
    if (heading.isEmpty()) {
      reading
          .findings()
          .warning(
              "slide-without-heading",
              wish.where(),
              "This comment gives attributes to a slide, and this slide has no heading to carry"
                  + " them.",
              "Begin the slide with a heading, such as ## Title.");
      return;
    }
    Block.Heading old = (Block.Heading) blocks.get(heading.get());
    String id =
        wish.attributes()
            .id()
            .filter(wanted -> !wanted.equals(old.id()))
            .map(wanted -> reading.names().explicit(wanted, wish.where()))
            .orElse(old.id());
    blocks.set(
        heading.get(),
        new Block.Heading(
            old.level(),
            id,
            old.content(),
            InlineReader.merged(old.attributes(), asHeadingAttributes(wish.attributes())),
            old.span()));
  }

  private Optional<Integer> headingOfSlide(int line) {
    boolean hasBreaks = blocks.stream().anyMatch(Slides::isBreak);
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean isBehind = block.span().line() > line;
      if (hasBreaks && isBreak(block)) {
        if (isBehind) {
          return found;
        }
        found = Optional.empty();
      } else if (block instanceof Block.Heading heading) {
        boolean begins = !hasBreaks && heading.level() <= 2;
        if (begins && isBehind) {
          return found;
        }
        found = found.isEmpty() || begins ? Optional.of(i) : found;
      }
    }
    return found;
  }

  /** The names without {@code data-}, as in the braces of a heading. */
  private static Attributes asHeadingAttributes(Attributes slide) {
    Map<String, String> values = new LinkedHashMap<>();
    slide
        .values()
        .forEach(
            (key, value) -> {
              String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
              values.put(name.equals("background") ? background(value) : name, value);
            });
    return new Attributes(Optional.empty(), slide.classes(), values);
  }

  private static String background(String value) {
    if (value.contains("gradient(")) {
      return "background-gradient";
    }
    return value.contains("/") || value.contains(".") ? "background-image" : "background-color";
  }

  /** Puts the notes of reveal.js at the ends of their slides. */
  static List<Block> withNotes(List<Block> blocks, List<Block.Notes> notes) {
    List<Block> all = new ArrayList<>();
    int next = 0;
    for (Block block : blocks) {
      while (next < notes.size() && notes.get(next).span().line() < block.span().line()) {
        all.add(notes.get(next++));
      }
      all.add(block);
    }
    all.addAll(notes.subList(next, notes.size()));
    return all;
  }
}
