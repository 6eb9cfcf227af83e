package vivarium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vivarium.tests.browser.ImageSite.ENGINE;
import static vivarium.tests.browser.ImageSite.IMAGE;
import static vivarium.tests.browser.ImageSite.run;
import static vivarium.tests.browser.ImageSite.starts;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory images that are missing, cut off, or not what they should be. */
class BrokenImageTest {
  private static final String KEPT_IMAGE =
      """
      async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("vivarium");
        for await (const [name, file] of folder.entries()) {
          if (!name.endsWith(".image.br")) continue;
          return new Uint8Array(await (await file.getFile()).arrayBuffer()).toBase64();
        }
      }
      """;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final TamperingServer server = ImageSite.server();

  @BeforeEach
  void nothing_is_left_of_the_test_before() {
    ImageSite.reset();
  }

  @AfterEach
  void nothing_went_wrong_unseen() {
    assertThat(CHROMIUM.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {IMAGE, ENGINE, "python.mjs", "brotli.wasm"})
  void without_one_of_its_parts_python_starts_from_nothing_and_the_console_says_so(String missing) {
    server.hide(missing);
    assertStartsFromNothing("page");
    assertStartsFromNothing("auto");
    CHROMIUM.forgive(); // The hidden file is what the test wanted.
  }

  @Test
  void a_part_that_fails_while_the_others_are_on_their_way_does_not_count_as_a_breakdown() {
    server.hide("brotli.wasm");
    List<Runnable> releases = List.of(server.hold(IMAGE), server.hold(ENGINE));
    Page page = visit("page");
    page.waitForCondition(() -> server.asked("brotli.wasm") == 1);
    page.evaluate("async () => void await fetch('brotli.wasm')"); // The worker has its answer too.
    releases.forEach(Runnable::run);
    assertThat(run(page, "6 * 7")).isEqualTo("42");
    assertThat(starts(page, 1)).isEqualTo("plain");
    assertThat(ImageSite.warnings()).hasSize(1);
    CHROMIUM.forgive();
  }

  @ParameterizedTest
  @ValueSource(strings = {IMAGE, ENGINE})
  void a_part_that_is_cut_off_or_of_another_kind_costs_nothing_but_time(String part) {
    List<UnaryOperator<byte[]>> damages =
        List.of(
            whole -> Arrays.copyOf(whole, whole.length / 2),
            whole -> Arrays.copyOf(whole, whole.length - 1),
            whole -> new byte[0],
            whole -> "<!doctype html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8));
    for (UnaryOperator<byte[]> damage : damages) {
      server.change(part, damage);
      assertStartsFromNothing("page");
    }
  }

  @Test
  void an_image_need_not_be_compressed_but_has_to_be_the_one_that_its_name_says() {
    Page page = visit("page");
    run(page, "6 * 7");
    Eventually.holds(page, "handedOn.length === 1");
    byte[] image = Base64.getDecoder().decode((String) page.evaluate(KEPT_IMAGE));
    server.change(IMAGE, compressed -> image);
    Page second = visit("page");
    assertThat(run(second, "6 * 7")).isEqualTo("42");
    assertThat(starts(second, 1)).isEqualTo("image");

    String text = new String(image, StandardCharsets.ISO_8859_1);
    String build = text.replaceFirst("(?s).*?(\"build\":\"[0-9a-f]{9}).*", "$1");
    byte[] foreign =
        text.replace(build, "\"build\":\"012345678").getBytes(StandardCharsets.ISO_8859_1);
    server.change(IMAGE, compressed -> foreign);
    assertThat(assertStartsFromNothing("page")).contains(" has the content of ");
  }

  /** Returns what the console says. */
  private String assertStartsFromNothing(String name) {
    ImageSite.warnings().clear();
    Page page = visit(name);
    assertThat(run(page, "6 * 7")).isEqualTo("42");
    assertThat(starts(page, 1)).isEqualTo("plain");
    assertThat(ImageSite.warnings()).hasSize(1);
    page.close();
    return ImageSite.warnings().get(0);
  }

  private static Page visit(String name) {
    return ImageSite.visit(CHROMIUM, name, new Browser.NewContextOptions());
  }
}
