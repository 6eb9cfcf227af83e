package vivarium.tests.speed.boot;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import vivarium.tests.speed.host.Traffic;

/**
 * What one opening of a page was like. All times are milliseconds.
 *
 * @param output from the navigation to the first output from Python
 * @param click from a click to the next output, when the page was idle
 * @param traffic all that was sent until the page was idle
 * @param memory bytes of the browser's renderers when the page was idle, where that can be told
 * @param restart from the press on Stop to Python ready, where there is a Stop
 * @param source how Python was started: {@code plain}, or empty when the page does not say
 * @param marks of Vivarium on the performance timeline, from the navigation
 */
record Visit(
    double output,
    double click,
    Traffic traffic,
    OptionalLong memory,
    OptionalDouble restart,
    String source,
    Map<String, Double> marks) {
  Visit {
    marks = Map.copyOf(marks);
  }
}
