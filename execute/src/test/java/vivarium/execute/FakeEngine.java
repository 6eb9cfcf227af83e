package vivarium.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** An engine whose cells write what a test says, else their code, and whose images are empty. */
class FakeEngine implements PythonEngine {
  final List<Job> jobs = new CopyOnWriteArrayList<>();
  private final Map<String, Outputs> answers = new ConcurrentHashMap<>();
  private final Map<String, JobResult.Ended> ends = new ConcurrentHashMap<>();
  final List<List<String>> images = new CopyOnWriteArrayList<>();
  final List<PythonImage.Made> startedFrom = new CopyOnWriteArrayList<>();
  private final Map<String, Outputs> answersFromImages = new ConcurrentHashMap<>();
  private volatile List<String> imports = List.of();
  private volatile Optional<PythonImage.Refused> refusal = Optional.empty();
  private volatile String build = "build";

  FakeEngine answer(String cell, Output... items) {
    answers.put(cell, new Outputs(List.of(items)));
    return this;
  }

  FakeEngine end(String cell, JobResult.Reason reason, String detail) {
    ends.put(cell, new JobResult.Ended(reason, detail));
    return this;
  }

  /** What a cell writes in an interpreter that starts from an image. */
  FakeEngine answerFromImage(String cell, Output... items) {
    answersFromImages.put(cell, new Outputs(List.of(items)));
    return this;
  }

  /** What the cells of every job import. */
  FakeEngine imports(String... modules) {
    imports = List.of(modules);
    return this;
  }

  /** There is no image with anything in it. */
  FakeEngine refuse(String reason) {
    refusal = Optional.of(new PythonImage.Refused(reason));
    return this;
  }

  void build(String other) {
    build = other;
  }

  @Override
  public JobResult run(Job job) throws InterruptedException {
    jobs.add(job);
    return run(job, Map.of());
  }

  @Override
  public JobResult run(Job job, PythonImage.Made image) throws InterruptedException {
    startedFrom.add(image);
    return run(job, answersFromImages);
  }

  private JobResult run(Job job, Map<String, Outputs> rather) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<JobResult.Finished> finished = new ArrayList<>();
    for (Job.Code code : job.cells()) {
      Optional<JobResult.Ended> ended = Optional.ofNullable(ends.get(code.cell()));
      if (ended.isPresent()) {
        return new JobResult(finished, imports, ended);
      }
      Outputs usual = answers.getOrDefault(code.cell(), Cells.outputs(Cells.stdout(code.code())));
      Outputs outputs = rather.getOrDefault(code.cell(), usual);
      finished.add(new JobResult.Finished(outputs, Duration.ofMillis(12)));
    }
    return new JobResult(finished, imports, Optional.empty());
  }

  @Override
  public PythonImage image(List<String> modules, PythonPackages packages) {
    images.add(modules);
    return modules.isEmpty() || refusal.isEmpty() ? made(modules) : refusal.get();
  }

  /** The image that has these modules. */
  static PythonImage.Made made(List<String> modules) {
    return new PythonImage.Made(modules, "hash of " + modules, 1000, Path.of(modules + ".br"));
  }

  @Override
  public String build() {
    return build;
  }

  @Override
  public int parallel() {
    return 2;
  }

  @Override
  public void close() {}
}
