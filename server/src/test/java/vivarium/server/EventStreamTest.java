package vivarium.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventStreamTest {
  private final DevServer server;

  EventStreamTest() throws IOException {
    server = DevServer.start(0, Clock.systemUTC(), Duration.ofMillis(50));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_browser_is_told_at_once_what_the_last_build_found() throws Exception {
    server.show(Sites.bad());
    try (Browser browser = new Browser("")) {
      assertThat(browser.next())
          .isEqualTo(
              "problems [{\"severity\":\"error\",\"code\":\"no-such-file\",\"path\":\"a/loops.md\","
                  + "\"line\":3,\"column\":1,\"message\":\"The image <x.svg> is missing.\","
                  + "\"remedy\":\"Put it beside the document.\"}]");
    }
  }

  @Test
  void a_new_build_reloads_the_page_and_a_failed_one_does_not() throws Exception {
    server.show(Sites.good("one", "index.html"));
    try (Browser browser = new Browser("")) {
      assertThat(browser.next()).isEqualTo("problems []");
      server.show(Sites.good("two", "index.html"));
      assertThat(browser.next()).isEqualTo("problems []");
      assertThat(browser.next()).startsWith("reload ");
      server.show(Sites.bad());
      assertThat(browser.next()).startsWith("problems [{");
      server.show(Sites.good("three", "index.html"));
      assertThat(browser.next()).isEqualTo("problems []");
      assertThat(browser.next()).startsWith("reload ");
    }
  }

  @Test
  void the_page_of_errors_reloads_with_every_build() throws Exception {
    try (Browser browser = new Browser("")) {
      server.show(Sites.bad());
      assertThat(browser.next()).startsWith("problems [{");
      assertThat(browser.next()).startsWith("reload ");
      server.show(Sites.bad());
      assertThat(browser.next()).startsWith("problems [{");
      assertThat(browser.next()).startsWith("reload ");
    }
  }

  @Test
  void a_page_of_an_older_build_is_told_to_reload_when_it_connects() throws Exception {
    server.show(Sites.good("one", "index.html"));
    try (Browser browser = new Browser("?build=older-7")) {
      assertThat(browser.next()).isEqualTo("problems []");
      assertThat(browser.next()).startsWith("reload ");
    }
  }

  @Test
  void the_address_in_a_page_names_the_build_it_is_from() throws Exception {
    server.show(Sites.good("one", "index.html"));
    String page =
        new String(server.address().toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
    String query = page.replaceAll("(?s).*/-/events([^\"]*)\".*", "$1");
    try (Browser browser = new Browser(query)) {
      assertThat(browser.next()).isEqualTo("problems []");
      assertThat(browser.next()).isEqualTo(":");
    }
  }

  @Test
  void a_browser_that_went_away_is_forgotten() throws Exception {
    server.show(Sites.good("one", "index.html"));
    Set<Thread> before = serving();
    try (Browser browser = new Browser("")) {
      assertThat(browser.next()).isEqualTo("problems []");
      assertThat(serving()).isNotEqualTo(before);
    }
    while (!serving().equals(before)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void closing_the_server_ends_the_stream() throws Exception {
    server.show(Sites.good("one", "index.html"));
    try (Browser browser = new Browser("")) {
      assertThat(browser.next()).isEqualTo("problems []");
      server.close();
      assertThat(browser.rest()).doesNotContain("reload");
    }
  }

  /** The threads that are in the middle of a stream. */
  private static Set<Thread> serving() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            thread ->
                List.of(thread.getValue()).stream()
                    .anyMatch(frame -> frame.getClassName().equals(EventStream.class.getName())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private final class Browser implements AutoCloseable {
    private final HttpURLConnection connection;
    private final BufferedReader lines;

    Browser(String query) throws IOException {
      connection =
          (HttpURLConnection)
              server.address().resolve(Entrance.open().events() + query).toURL().openConnection();
      lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event as its name and data, or {@code :} for a comment. */
    String next() throws IOException {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":") && event.isEmpty()) {
          return ":";
        } else if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          return event + " " + line.substring("data: ".length());
        }
      }
      return "the end";
    }

    List<String> rest() {
      List<String> rest = new ArrayList<>();
      try {
        for (String event = next(); !event.equals("the end"); event = next()) {
          rest.add(event);
        }
      } catch (IOException e) {
        rest.add("cut");
      }
      return rest;
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }
}
