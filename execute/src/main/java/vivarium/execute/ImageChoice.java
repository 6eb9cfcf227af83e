package vivarium.execute;

import java.util.List;
import java.util.Optional;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.execute.cache.OutputCache;
import vivarium.execute.compare.Comparison;
import vivarium.execute.compare.Difference;
import vivarium.model.document.Cell;

/** Finds the memory image for a document, and sees to it that its cells do in it as they should. */
final class ImageChoice {
  /** Outputs are compared in every form that they have, as those of notebooks are. */
  private static final String EVERY_FORM = "cells.ipynb";

  private final PythonEngine engine;
  private final OutputCache cache;
  private final PythonPackages packages;

  /**
   * @param packages what the cells may import; the wanted ones are in every image
   */
  ImageChoice(PythonEngine engine, OutputCache cache, PythonPackages packages) {
    this.engine = engine;
    this.cache = cache;
    this.packages = packages;
  }

  /** The image that every interpreter with these packages starts from. */
  ReaderImage common() throws InterruptedException {
    return ReaderImage.of(engine.image(List.of(), packages));
  }

  /**
   * An image for cells that do not run before a reader runs them.
   *
   * @param modules what they import of packages
   */
  ReaderImage importing(List<String> modules) throws InterruptedException {
    if (modules.isEmpty()) {
      return common();
    }
    PythonImage image = engine.image(modules, packages);
    return image instanceof PythonImage.Refused refused
        ? common().because(refused.reason())
        : ReaderImage.of(image);
  }

  /**
   * An image for the cells of a job. It is the common one when they import nothing more, and when
   * they cannot be run again to see whether they do the same in another: since they use the
   * network, or end their interpreter.
   *
   * @param result what came of the job without the image
   */
  ReaderImage own(List<Cell> cells, Job job, JobResult result) throws InterruptedException {
    if (result.imports().isEmpty() || !job.origins().isEmpty() || result.ended().isPresent()) {
      return common();
    }
    PythonImage image = engine.image(result.imports(), packages);
    if (image instanceof PythonImage.Refused refused) {
      return common().because(refused.reason());
    }
    Optional<String> different = difference(cells, result, run(job, (PythonImage.Made) image));
    return different.isPresent()
        ? common().because("cell \"" + different.get() + "\" writes something else in it")
        : ReaderImage.of(image);
  }

  private JobResult run(Job job, PythonImage.Made image) throws InterruptedException {
    String build = engine.build() + " " + image.hash();
    Optional<JobResult> kept = cache.find(build, job);
    if (kept.isPresent()) {
      return kept.get();
    }
    JobResult result = engine.run(job, image);
    cache.keep(build, job, result);
    return result;
  }

  /** The first cell whose outputs differ as a reader would see it. */
  private static Optional<String> difference(List<Cell> cells, JobResult before, JobResult after) {
    List<CellReport> expected = Reports.of(cells, before);
    List<CellReport> reports = Reports.of(cells, after);
    for (int i = 0; i < reports.size(); i++) {
      CellReport report = reports.get(i);
      Cell cell = report.cell().with(expected.get(i).outputs());
      Optional<Difference> difference = Comparison.of(EVERY_FORM, cell, report.outputs());
      if (report.status() != expected.get(i).status() || difference.isPresent()) {
        return Optional.of(cell.id());
      }
    }
    return Optional.empty();
  }
}
