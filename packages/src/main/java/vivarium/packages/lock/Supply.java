package vivarium.packages.lock;

import java.util.ArrayList;
import java.util.List;
import vivarium.packages.index.EnginePackages;
import vivarium.packages.offer.Source;

/**
 * Where packages come from. A package comes from the first source that has its name, so that nobody
 * can slip another one of that name in elsewhere: from a folder, the engine's own packages, an
 * index, each in order.
 */
public record Supply(List<Source> folders, EnginePackages engine, List<Source> indexes) {
  public Supply {
    folders = List.copyOf(folders);
    indexes = List.copyOf(indexes);
  }

  List<Source> inOrder() {
    List<Source> all = new ArrayList<>(folders);
    all.add(engine);
    all.addAll(indexes);
    return all;
  }
}
