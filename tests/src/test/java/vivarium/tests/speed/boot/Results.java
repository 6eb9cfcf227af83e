package vivarium.tests.speed.boot;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * All that was measured.
 *
 * @param links titles, in the order of the tables
 */
record Results(int rounds, List<String> links, List<Subject> subjects, List<Sample> samples) {
  Results {
    links = List.copyOf(links);
    subjects = List.copyOf(subjects);
    samples = List.copyOf(samples);
  }

  /** The median over the rounds, of those that have the value. */
  OptionalDouble median(
      String link, String subject, Function<Sample, ? extends OptionalDouble> value) {
    double[] sorted = values(link, subject, value).sorted().toArray();
    if (sorted.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** The least of the rounds. */
  OptionalDouble best(
      String link, String subject, Function<Sample, ? extends OptionalDouble> value) {
    return values(link, subject, value).min();
  }

  /** The median of a subject's first output by that of its reference. */
  OptionalDouble ratio(String link, Subject subject, Function<Sample, Visit> visit) {
    OptionalDouble own = median(link, subject.id(), firstOutput(visit));
    OptionalDouble reference = median(link, subject.reference(), firstOutput(visit));
    return own.isPresent() && reference.isPresent()
        ? OptionalDouble.of(own.getAsDouble() / reference.getAsDouble())
        : OptionalDouble.empty();
  }

  static Function<Sample, OptionalDouble> firstOutput(Function<Sample, Visit> visit) {
    return sample -> OptionalDouble.of(visit.apply(sample).output());
  }

  /** Everything, for those who want to look closer. */
  Json raw() {
    return JsonObject.empty()
        .with("rounds", rounds)
        .with("processors", Runtime.getRuntime().availableProcessors())
        .with("samples", Json.of(samples.stream().map(Results::raw).toList()))
        .build();
  }

  private DoubleStream values(
      String link, String subject, Function<Sample, ? extends OptionalDouble> value) {
    return samples.stream()
        .filter(sample -> sample.link().equals(link) && sample.subject().equals(subject))
        .flatMapToDouble(sample -> value.apply(sample).stream());
  }

  private static Json raw(Sample sample) {
    return JsonObject.empty()
        .with("link", sample.link())
        .with("subject", sample.subject())
        .with("round", sample.round())
        .with("cold", raw(sample.cold()))
        .with("warm", raw(sample.warm()))
        .build();
  }

  private static Json raw(Visit visit) {
    JsonObject marks = JsonObject.empty();
    for (String name : visit.marks().keySet().stream().sorted().toList()) {
      marks = marks.with(name, number(visit.marks().getOrDefault(name, 0.0)));
    }
    JsonObject raw =
        JsonObject.empty()
            .with("output", number(visit.output()))
            .with("click", number(visit.click()))
            .with("requests", visit.traffic().requests())
            .with("bytes", number(visit.traffic().bytes()))
            .with("source", visit.source())
            .with("marks", marks.build());
    OptionalLong memory = visit.memory();
    if (memory.isPresent()) {
      raw = raw.with("memory", number(memory.getAsLong()));
    }
    OptionalDouble restart = visit.restart();
    return (restart.isPresent() ? raw.with("restart", number(restart.getAsDouble())) : raw).build();
  }

  /** Tenths of a millisecond are enough. */
  private static Json number(double value) {
    return new Json.Num(Double.toString(Math.round(value * 10) / 10.0));
  }

  private static Json number(long value) {
    return new Json.Num(Long.toString(value));
  }
}
