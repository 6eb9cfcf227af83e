package vivarium.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file that a page shows and saves. */
@Timeout(20)
class EditedFileTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Memory memory = new Memory();
  private final DevServer server;
  private final URI file;

  EditedFileTest() throws IOException {
    server = DevServer.editing(0, Clock.systemUTC(), memory);
    server.show(Sites.good("one", "index.html"));
    file = server.address().resolve("-/file");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pages_are_told_where_the_file_is_and_do_not_reload() throws Exception {
    String page = get(server.address()).body();
    assertThat(page)
        .contains("<meta name=\"viv-file\" content=\"" + file.getPath() + "\" data-id=\"ab12\">");
    assertThat(page).doesNotContain("viv-live-reload");
  }

  @Test
  void what_is_saved_is_in_the_file_and_its_tag_is_good_for_the_next_time() throws Exception {
    HttpResponse<String> first = get(file);
    assertThat(first.body()).isEqualTo("first");
    HttpResponse<String> second = put(tag(first), "second");
    assertThat(second.statusCode()).isEqualTo(204);
    assertThat(put(tag(second), "third").statusCode()).isEqualTo(204);
    assertThat(memory.text()).isEqualTo("third");
  }

  @Test
  void what_another_program_has_saved_stays() throws Exception {
    String tag = tag(get(file));
    memory.content = "theirs".getBytes(UTF_8);
    assertThat(put(tag, "ours").statusCode()).isEqualTo(412);
    assertThat(memory.text()).isEqualTo("theirs");
  }

  @Test
  void nothing_is_replaced_blindly() throws Exception {
    HttpRequest blind = HttpRequest.newBuilder(file).PUT(BodyPublishers.ofString("x")).build();
    assertThat(send(blind).statusCode()).isEqualTo(428);
    assertThat(put("\"other\"", "x").statusCode()).isEqualTo(412);
    assertThat(memory.text()).isEqualTo("first");
  }

  @Test
  void what_is_none_of_its_kind_is_refused_with_the_reason() throws Exception {
    HttpResponse<String> refused = put(tag(get(file)), "nonsense");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).isEqualTo("It is nonsense.");
    assertThat(memory.text()).isEqualTo("first");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_of() throws Exception {
    memory.isBroken = true;
    HttpResponse<String> answer = get(file);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("the stick was pulled out");
  }

  @Test
  void other_sites_cannot_save() throws Exception {
    HttpRequest foreign =
        HttpRequest.newBuilder(file)
            .header("Origin", "https://evil.example")
            .header("If-Match", tag(get(file)))
            .PUT(BodyPublishers.ofString("evil"))
            .build();
    assertThat(send(foreign).statusCode()).isEqualTo(403);
    assertThat(memory.text()).isEqualTo("first");
  }

  @Test
  void who_does_not_know_the_address_gets_nothing() throws Exception {
    for (String path : new String[] {"/", "/-/file", "/-/events", "/index.html", "/x/-/file"}) {
      HttpResponse<String> answer = get(server.address().resolve(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(server.address().getPath()).hasSizeGreaterThan(20);
  }

  @Test
  void other_files_cannot_be_saved() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("index.html"))
            .header("If-Match", "*")
            .PUT(BodyPublishers.ofString("x"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(405);
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return send(HttpRequest.newBuilder(address).build());
  }

  private HttpResponse<String> put(String tag, String content) throws Exception {
    return send(
        HttpRequest.newBuilder(file)
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(content))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private static final class Memory implements EditedFile {
    private volatile byte[] content = "first".getBytes(UTF_8);
    private volatile boolean isBroken;

    @Override
    public String id() {
      return "ab12";
    }

    @Override
    public byte[] read() throws IOException {
      if (isBroken) {
        throw new IOException("the stick was pulled out");
      }
      return content;
    }

    @Override
    public boolean exchange(byte[] before, byte[] after) {
      if (!Arrays.equals(content, before)) {
        return false;
      }
      content = after;
      return true;
    }

    @Override
    public Optional<String> fault(byte[] candidate) {
      return new String(candidate, UTF_8).equals("nonsense")
          ? Optional.of("It is nonsense.")
          : Optional.empty();
    }

    String text() {
      return new String(content, UTF_8);
    }
  }
}
