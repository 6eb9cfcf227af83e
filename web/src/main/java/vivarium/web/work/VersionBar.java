package vivarium.web.work;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import vivarium.model.text.Message;
import vivarium.web.drafts.LineDiff;
import vivarium.web.text.PageTexts;

/** A line below the code of a cell that has more than one version, for the reader to choose. */
final class VersionBar {
  private final Held held;
  private final Keeper keeper;
  private Kind shown = Kind.NONE;
  private String other = "";
  private @Nullable HTMLElement bar;

  /** What there is to choose between. */
  private enum Kind {
    NONE,
    AUTHOR,
    TAB,
    RESET
  }

  VersionBar(Held held, Keeper keeper) {
    this.held = held;
    this.keeper = keeper;
  }

  /** Shows what there is to choose now; a choice that is shown already stays as it is. */
  void update() {
    Kind kind = kind();
    String version = version(kind);
    if (kind == shown && version.equals(other)) {
      return;
    }
    shown = kind;
    other = version;
    if (bar != null) {
      bar.delete();
      bar = null;
    }
    if (kind != Kind.NONE) {
      bar = make(kind);
    }
  }

  private Kind kind() {
    if (!held.rivals.isEmpty()) {
      return Kind.TAB;
    }
    if (held.isOutdated()) {
      return Kind.AUTHOR;
    }
    return held.undo.isPresent() ? Kind.RESET : Kind.NONE;
  }

  private String version(Kind kind) {
    return switch (kind) {
      case TAB -> held.rivals.get(0).text();
      case AUTHOR -> held.cell.authors();
      case RESET, NONE -> "";
    };
  }

  private HTMLElement make(Kind kind) {
    HTMLElement made = HTMLDocument.current().createElement("div");
    made.setClassName("viv-versions");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", PageTexts.of(Message.VERSIONS));
    HTMLElement line = Markup.text(made, message(kind));
    line.setAttribute("role", "status");
    if (kind == Kind.RESET) {
      Markup.button(
          made, "undo", PageTexts.of(Message.UNDO), () -> decide(() -> keeper.undo(held)));
    } else {
      boolean tab = kind == Kind.TAB;
      HTMLElement difference = HTMLDocument.current().createElement("div");
      difference.setClassName("viv-difference");
      difference.setHidden(true);
      HTMLElement see =
          Markup.button(
              made,
              "compare",
              tab ? PageTexts.of(Message.SEE_OTHER) : PageTexts.of(Message.SEE_AUTHORS),
              () -> compare(made, difference));
      see.setAttribute("aria-expanded", "false");
      Markup.button(
          made,
          "keep",
          PageTexts.of(Message.KEEP_MINE),
          () -> decide(tab ? () -> keeper.settle(held, true) : () -> keeper.keepMine(held)));
      Markup.button(
          made,
          "take",
          tab ? PageTexts.of(Message.TAKE_OTHER) : PageTexts.of(Message.TAKE_AUTHORS),
          () -> decide(tab ? () -> keeper.settle(held, false) : this::takeAuthors));
      made.appendChild(difference);
    }
    held.cell
        .element()
        .insertBefore(made, held.cell.element().querySelector("pre.viv-source").getNextSibling());
    return made;
  }

  private static String message(Kind kind) {
    return switch (kind) {
      case TAB -> PageTexts.of(Message.TWO_VERSIONS);
      case AUTHOR -> PageTexts.of(Message.AUTHOR_CHANGED);
      case RESET, NONE -> PageTexts.of(Message.WAS_RESET);
    };
  }

  private void decide(Runnable choice) {
    choice.run();
    update();
  }

  private void takeAuthors() {
    keeper.putAside(held);
    held.cell.adopt(held.cell.authors());
    keeper.step();
  }

  /** Shows or hides how the other version differs from what stands in the cell at this moment. */
  private void compare(HTMLElement made, HTMLElement difference) {
    boolean show = difference.isHidden();
    made.querySelector("[data-action=compare]")
        .setAttribute("aria-expanded", show ? "true" : "false");
    difference.setHidden(!show);
    difference.clear();
    if (!show) {
      return;
    }
    Markup.text(
        difference,
        shown == Kind.TAB
            ? PageTexts.of(Message.LEGEND_OTHER)
            : PageTexts.of(Message.LEGEND_AUTHORS));
    HTMLElement lines = Markup.add(difference, "pre", "");
    lines.setAttribute("tabindex", "0");
    for (LineDiff line : LineDiff.of(held.cell.text(), other)) {
      HTMLElement element =
          Markup.add(
              lines,
              switch (line.kind()) {
                case BOTH -> "span";
                case ONLY_FIRST -> "del";
                case ONLY_SECOND -> "ins";
              },
              "");
      element.withText(sign(line.kind()) + line.line() + "\n");
    }
  }

  private static String sign(LineDiff.Kind kind) {
    return switch (kind) {
      case BOTH -> "  ";
      case ONLY_FIRST -> "− ";
      case ONLY_SECOND -> "+ ";
    };
  }
}
