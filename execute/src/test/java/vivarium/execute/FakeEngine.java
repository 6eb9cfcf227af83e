package vivarium.execute;

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
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** An engine whose cells write what a test says; else their code. */
final class FakeEngine implements PythonEngine {
  final List<Job> jobs = new CopyOnWriteArrayList<>();
  private final Map<String, Outputs> answers = new ConcurrentHashMap<>();
  private final Map<String, JobResult.Ended> ends = new ConcurrentHashMap<>();
  private volatile String build = "build";

  FakeEngine answer(String cell, Output... items) {
    answers.put(cell, new Outputs(List.of(items), 0));
    return this;
  }

  FakeEngine end(String cell, JobResult.Reason reason, String detail) {
    ends.put(cell, new JobResult.Ended(reason, detail));
    return this;
  }

  void build(String other) {
    build = other;
  }

  @Override
  public JobResult run(Job job) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    jobs.add(job);
    List<JobResult.Finished> finished = new ArrayList<>();
    for (Job.Code code : job.cells()) {
      Optional<JobResult.Ended> ended = Optional.ofNullable(ends.get(code.cell()));
      if (ended.isPresent()) {
        return new JobResult(finished, ended);
      }
      Outputs outputs = answers.getOrDefault(code.cell(), Cells.outputs(Cells.stdout(code.code())));
      finished.add(new JobResult.Finished(outputs, Duration.ofMillis(12)));
    }
    return new JobResult(finished, Optional.empty());
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
