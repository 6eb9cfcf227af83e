package vivarium.tests.speed.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The ratios as a picture: two bars for each subject at each link, in SVG. */
final class Plot {
  private static final int WIDTH = 680;
  private static final int LEFT = 230;
  private static final int RIGHT = 50;
  private static final int BAR = 11;
  private static final int ROW = 2 * BAR + 10;
  private static final int HEADING = 26;
  private static final int TOP = 40;

  private static final String STYLE =
      """
      <style>
        svg { color: #24292f; font: 13px system-ui, sans-serif }
        text { fill: currentColor }
        .value { font-size: 11px }
        .link { font-weight: 600 }
        .cold { fill: #3d6f8e }
        .warm { fill: #c08a4a }
        .one { stroke: currentColor; stroke-dasharray: 3 3; opacity: .6 }
        @media (prefers-color-scheme: dark) {
          svg { color: #d8dee4 }
          .cold { fill: #6ea4c4 }
          .warm { fill: #d9a866 }
        }
      </style>
      """;

  private final Results results;
  private final double scale;

  Plot(Results results) {
    this.results = results;
    double longest = 1;
    for (String link : results.links()) {
      for (Subject subject : results.subjects()) {
        longest = Math.max(longest, results.ratio(link, subject, Sample::cold).orElse(0));
        longest = Math.max(longest, results.ratio(link, subject, Sample::warm).orElse(0));
      }
    }
    scale = (WIDTH - LEFT - RIGHT) / longest;
  }

  String svg() {
    List<String> shapes = new ArrayList<>();
    int y = TOP;
    for (String link : results.links()) {
      shapes.add(text("link", 0, y + 14, link));
      y += HEADING;
      for (Subject subject : results.subjects()) {
        if (isCompared(link, subject)) {
          shapes.add(text("name", 12, y + BAR + 4, subject.title()));
          bar(shapes, "cold", y, results.ratio(link, subject, Sample::cold));
          bar(shapes, "warm", y + BAR + 1, results.ratio(link, subject, Sample::warm));
          y += ROW;
        }
      }
      y += 8;
    }
    double one = LEFT + scale;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">
        <title id="title">Time to the first output from Python</title>
        <desc id="desc">%s</desc>
        %s%s<line class="one" x1="%.1f" x2="%.1f" y1="%d" y2="%d"/>
        %s
        </svg>
        """
        .formatted(
            WIDTH,
            y,
            escaped(description()),
            STYLE,
            legend(),
            one,
            one,
            TOP - 6,
            y - 8,
            String.join("\n", shapes));
  }

  /** Whether the subject was measured there, beside the one it refers to. */
  private boolean isCompared(String link, Subject subject) {
    return !subject.id().equals(subject.reference())
        && results.ratio(link, subject, Sample::cold).isPresent();
  }

  private static String legend() {
    return "<rect class=\"cold\" x=\"0\" y=\"8\" width=\"11\" height=\"11\"/>"
        + text("name", 17, 18, "cold")
        + "<rect class=\"warm\" x=\"65\" y=\"8\" width=\"11\" height=\"11\"/>"
        + text("name", 82, 18, "warm")
        + text(
            "name",
            135,
            18,
            "time by that of PyScript, with NumPy by that of the plain page (dashed)")
        + "\n";
  }

  private void bar(List<String> shapes, String kind, int y, OptionalDouble ratio) {
    if (ratio.isPresent()) {
      double width = ratio.getAsDouble() * scale;
      shapes.add(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"1.5\"/>",
              kind,
              LEFT,
              y,
              width,
              BAR));
      shapes.add(text("value", LEFT + width + 5, y + 10, two(ratio.getAsDouble())));
    }
  }

  /** All bars in words. */
  private String description() {
    List<String> sentences = new ArrayList<>();
    Function<OptionalDouble, String> words = r -> r.isPresent() ? two(r.getAsDouble()) : "unknown";
    for (String link : results.links()) {
      for (Subject subject : results.subjects()) {
        if (isCompared(link, subject)) {
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s, %s: %s cold, %s warm.",
                  link,
                  subject.title(),
                  words.apply(results.ratio(link, subject, Sample::cold)),
                  words.apply(results.ratio(link, subject, Sample::warm))));
        }
      }
    }
    return String.join(" ", sentences);
  }

  private static String two(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String text(String kind, double x, double y, String text) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        kind,
        x,
        y,
        escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
