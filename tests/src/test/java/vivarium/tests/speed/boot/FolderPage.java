package vivarium.tests.speed.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A page that Vivarium has built before, from a source like that of {@link VivariumPage}. */
record FolderPage(String id, Path site, String reference) implements Subject {
  @Override
  public String title() {
    return id;
  }

  @Override
  public boolean isVivarium() {
    return true;
  }

  @Override
  public String button() {
    return VivariumPage.RUN;
  }

  @Override
  public Optional<String> write(Path folder) throws IOException {
    PlainPage.copy(site, folder);
    return Optional.empty();
  }
}
