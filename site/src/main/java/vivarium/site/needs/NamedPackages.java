package vivarium.site.needs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vivarium.model.document.Cell;
import vivarium.model.document.Document;
import vivarium.packages.imports.Install;
import vivarium.packages.requirement.InlineScript;
import vivarium.packages.requirement.PackageName;

/** The packages that a document names itself, wherever in it. */
public final class NamedPackages {
  private NamedPackages() {}

  /**
   * Those of its front matter, of the block at the top of a script, and of the installers in its
   * cells. What is no requirement is told of when it is locked.
   */
  public static Set<PackageName> in(Document document) {
    Set<PackageName> names = new TreeSet<>();
    document.frontMatter().packages().forEach(text -> add(text, names));
    boolean isScript = document.path().toLowerCase(Locale.ROOT).endsWith(".py");
    for (Cell cell : document.cells()) {
      cell.source()
          .lines()
          .map(PipMagic::requirements)
          .flatMap(List::stream)
          .forEach(word -> add(word.text(), names));
      Install.in(cell.source()).forEach(each -> add(each.text(), names));
      if (isScript) {
        InlineScript.read(document.path(), cell.source())
            .dependencies()
            .forEach(each -> names.add(each.requirement().name()));
      }
    }
    return names;
  }

  private static void add(String text, Set<PackageName> names) {
    PipMagic.requirement(text).ifPresent(it -> names.add(it.name()));
  }
}
