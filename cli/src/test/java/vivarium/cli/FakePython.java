package vivarium.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vivarium.engine.python.Job;
import vivarium.engine.python.JobResult;
import vivarium.engine.python.PythonEngine;
import vivarium.engine.python.PythonImage;
import vivarium.engine.python.PythonPackages;
import vivarium.model.output.Output;
import vivarium.model.output.Outputs;

/** Understands {@code print TEXT}, {@code raise NAME} and {@code loop}, and runs nothing else. */
class FakePython implements PythonEngine {
  final List<String> ran = new CopyOnWriteArrayList<>();

  @Override
  public JobResult run(Job job) throws InterruptedException {
    List<JobResult.Finished> finished = new ArrayList<>();
    for (Job.Code code : job.cells()) {
      ran.add(code.code());
      if (code.code().equals("loop")) {
        return new JobResult(
            finished, Optional.of(new JobResult.Ended(JobResult.Reason.TIME_LIMIT, "")));
      }
      finished.add(new JobResult.Finished(outputs(code), Duration.ofMillis(12)));
    }
    return new JobResult(finished, Optional.empty());
  }

  private static Outputs outputs(Job.Code code) {
    String argument = code.code().substring(code.code().indexOf(' ') + 1);
    Output output =
        code.code().startsWith("raise ")
            ? new Output.Failure(
                argument, "", "Traceback\n" + argument, List.of(new Output.Frame(code.cell(), 1)))
            : new Output.Stream("stdout", argument + "\n");
    return new Outputs(List.of(output));
  }

  @Override
  public JobResult run(Job job, PythonImage.Made image) throws InterruptedException {
    return run(job);
  }

  @Override
  public PythonImage image(List<String> imports, PythonPackages packages) {
    return new PythonImage.Refused("this Python has no memory");
  }

  @Override
  public String build() {
    return "fake";
  }

  @Override
  public int parallel() {
    return 2;
  }

  @Override
  public void close() {}
}
