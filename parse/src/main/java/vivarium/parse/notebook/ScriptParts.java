package vivarium.parse.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vivarium.model.document.FrontMatter;
import vivarium.model.notebook.CellMetadata;
import vivarium.parse.attributes.Ids;
import vivarium.parse.frontmatter.FileHead;
import vivarium.parse.frontmatter.FrontMatterReader;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;

/** Parts a script at its {@code # %%} lines; without any, the whole of it is one part. */
final class ScriptParts {
  private final Fragment script;
  private final Findings findings;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private FileHead head = new FileHead(PartBlocks.defaults(List.of()), false, false, 0);

  private ScriptParts(Fragment script, Findings findings) {
    this.script = script;
    this.findings = findings;
  }

  static ScriptParts of(Fragment script, Findings findings) {
    ScriptParts all = new ScriptParts(script, findings);
    all.read();
    return all;
  }

  /** The parts, in order. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** What stands above the first part, in comments between two {@code # ---}. */
  FileHead head() {
    return head;
  }

  private void read() {
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < script.lineCount(); i++) {
      if (PercentMark.of(script.line(i)).isPresent()) {
        marks.add(i);
      }
    }
    marks.add(script.lineCount());
    int top = marks.get(0);
    boolean hasHead = marks.size() > 1 && script.line(0).strip().equals("# ---");
    Fragment first = script.lines(0, top);
    add(Part.Kind.CODE, hasHead ? first.lines(headEnd(first), top) : first, CellMetadata.NONE);
    for (int i = 0; i + 1 < marks.size(); i++) {
      cell(script.lines(marks.get(i), marks.get(i + 1)));
    }
    FrontMatter defaults = PartBlocks.defaults(parts);
    head =
        hasHead
            ? FrontMatterReader.read(ScriptText.uncommented(first), defaults, findings)
            : new FileHead(defaults, false, false, 0);
  }

  private static int headEnd(Fragment first) {
    Fragment head = ScriptText.uncommented(first);
    return FrontMatterReader.read(head, FrontMatter.DEFAULT, new Findings()).bodyLine();
  }

  /** Adds a part that begins with its mark. */
  private void cell(Fragment lines) {
    PercentMark mark = PercentMark.of(lines.line(0)).orElseThrow();
    if (mark.metadata().isEmpty()) {
      findings.warning(
          "bad-cell-options",
          lines.location(0, 0),
          "The options of this cell cannot be read.",
          "Write options as in # %% tags=[\"raises-exception\"], with JSON as their values.");
    }
    Fragment text = lines.lines(1, lines.lineCount());
    boolean isAdded = add(mark.kind(), text, mark.metadata().orElse(CellMetadata.NONE));
    String slug = Ids.slug(mark.title());
    int last = parts.size() - 1;
    if (isAdded && !slug.isEmpty() && ids.add(slug)) {
      parts.set(last, parts.get(last).named(slug));
    }
  }

  private boolean add(Part.Kind kind, Fragment lines, CellMetadata metadata) {
    Fragment text = kind == Part.Kind.CODE ? ScriptText.trimmed(lines) : ScriptText.prose(lines);
    return text.lineCount() > 0 && parts.add(Part.plain(kind, text, metadata));
  }
}
