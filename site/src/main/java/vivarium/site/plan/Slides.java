package vivarium.site.plan;

import java.util.ArrayList;
import java.util.List;
import vivarium.model.document.Block;

/**
 * The slides of a deck, from left to right; those of one stack stand below each other.
 *
 * @param before what stands before the first slide and shows nothing, such as notes
 * @param stacks the stacks, none of them empty
 */
public record Slides(List<Block> before, List<List<Slide>> stacks) {
  public Slides {
    before = List.copyOf(before);
    stacks = stacks.stream().map(List::copyOf).toList();
  }

  /**
   * Divides a document. A {@code ---} line ends a slide; when there is none, a heading of level 1
   * or 2 begins one. What shows nothing makes no slide of its own: its notes and hidden cells go to
   * the slide before it.
   */
  public static Slides of(Plan plan) {
    List<Block> blocks = plan.document().blocks();
    boolean byHeading =
        blocks.stream().noneMatch(block -> block instanceof Block.SlideBreak b && !b.down());
    Divider divider = new Divider(plan);
    for (Block block : blocks) {
      if (block instanceof Block.SlideBreak slideBreak) {
        divider.end(slideBreak.down());
      } else {
        if (byHeading && block instanceof Block.Heading heading && heading.level() <= 2) {
          divider.endBeforeHeading();
        }
        divider.add(block);
      }
    }
    return divider.finish();
  }

  private static final class Divider {
    private final Plan plan;
    private final List<List<List<Block>>> stacks = new ArrayList<>();
    private final List<Block> before = new ArrayList<>();
    private List<Block> slide = new ArrayList<>();
    private boolean below;

    Divider(Plan plan) {
      this.plan = plan;
    }

    void add(Block block) {
      slide.add(block);
    }

    /** Ends the slide; the next one stands below it or to its right. */
    void end(boolean down) {
      place();
      slide = new ArrayList<>();
      below = down;
    }

    /** Leaves a heading that follows a {@code -v-} line below the slide before it. */
    void endBeforeHeading() {
      if (!slide.isEmpty()) {
        end(below && slide.stream().noneMatch(this::isVisible));
      }
    }

    Slides finish() {
      place();
      return new Slides(
          before, stacks.stream().map(stack -> stack.stream().map(Slide::new).toList()).toList());
    }

    private void place() {
      if (slide.stream().noneMatch(this::isVisible)) {
        List<Block> home = stacks.isEmpty() ? before : last(last(stacks));
        slide.stream().filter(block -> !(block instanceof Block.Pause)).forEach(home::add);
      } else if (below && !stacks.isEmpty()) {
        last(stacks).add(slide);
      } else {
        List<List<Block>> stack = new ArrayList<>();
        stack.add(slide);
        stacks.add(stack);
      }
    }

    private static <T> T last(List<T> list) {
      return list.get(list.size() - 1);
    }

    private boolean isVisible(Block block) {
      if (block instanceof Block.PythonCell python) {
        return plan.isVisible(python.cell());
      }
      if (block instanceof Block.RawHtml html) {
        return !isComment(html.html().strip());
      }
      return !(block instanceof Block.Notes
          || block instanceof Block.Pause
          || block instanceof Block.Footnote);
    }

    private static boolean isComment(String html) {
      return html.isEmpty()
          || (html.startsWith("<!--") && html.indexOf("-->") == html.length() - 3);
    }
  }
}
