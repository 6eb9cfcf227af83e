package vivarium.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import vivarium.execute.Executor;
import vivarium.execute.cache.OutputCache;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.site.Build;
import vivarium.site.PatientExecution;
import vivarium.site.Progress;
import vivarium.site.Site;
import vivarium.site.SiteFile;
import vivarium.site.SitePath;
import vivarium.site.files.Downloads;
import vivarium.site.offline.OfflineSite;
import vivarium.site.pack.Packed;
import vivarium.site.pack.Part;
import vivarium.site.pack.Script;

/** Builds what a test says. */
final class FakeWorkshop implements Workshop {
  static final Diagnostic ERROR =
      Diagnostic.error("bad-math", new Location("a.md", 3, 5), "This is no formula.", "Mend it.");
  static final Diagnostic WARNING =
      Diagnostic.warning("no-such-file", new Location("a.md", 7, 0), "There is no x.svg.", "");

  volatile Supplier<Build> next = FakeWorkshop::good;
  volatile Function<Site, OfflineSite> offline =
      site -> new OfflineSite(Optional.of(site), 214, 23_123_456L, List.of());
  volatile Running lastRunning = Running.NO;
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger fresh = new AtomicInteger();
  FakePython python = new FakePython();

  static Build good(Diagnostic... warnings) {
    TreeMap<SitePath, SiteFile> files = new TreeMap<>();
    files.put(new SitePath("index.html"), () -> "<html>".getBytes(StandardCharsets.UTF_8));
    return new Build(Optional.of(new Site(files)), List.of(warnings));
  }

  static Build bad(Diagnostic... problems) {
    return new Build(Optional.empty(), List.of(problems));
  }

  @Override
  public Bench open(Progress progress, Running running) {
    lastRunning = running;
    open.incrementAndGet();
    return new Bench() {
      @Override
      public Build build(Path source) {
        for (int done = 0; done < 3; done++) {
          progress.step(done, 3, "doc" + done + ".md");
        }
        return next.get();
      }

      @Override
      public Packed pack(Site site, String source, String id, Optional<Script> script) {
        byte[] file = (id + script.map(Script::title).orElse("")).getBytes(StandardCharsets.UTF_8);
        return new Packed(Optional.of(file), List.of(new Part("Python", 1_234_567)), List.of());
      }

      @Override
      public OfflineSite offlineApp(Site site) {
        return offline.apply(site);
      }

      @Override
      public Packed packHtml(Site site, Path document, String id) {
        byte[] file = (id + document.getFileName()).getBytes(StandardCharsets.UTF_8);
        return new Packed(Optional.of(file), List.of(new Part("Page and styles", 42)), List.of());
      }

      @Override
      public List<Diagnostic> readPackages(Path source) {
        return List.of();
      }

      @Override
      public Downloads downloads() {
        return Downloads.NONE;
      }

      @Override
      public void buildBeforeSlowCellsEnd(PatientExecution.Listener listener) {
        // Its builds are never slow.
      }

      @Override
      public Executor executor() {
        return new Executor(python, OutputCache.none());
      }

      @Override
      public Executor freshExecutor() {
        fresh.incrementAndGet();
        return new Executor(python, OutputCache.none());
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }
}
