package vivarium.tests.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vivarium.tests.images.Tab.Done;

/**
 * What C holds, with native extensions, comes back from an image: in other workers, on the page's
 * thread, in other engines.
 */
class BrowserImageTest {
  private static Tab tab;
  private static Done made;

  @BeforeAll
  static void make_an_image_with_extensions()
      throws IOException, InterruptedException, URISyntaxException {
    tab = Tab.open();
    made =
        tab.run(
            Task.python()
                .withExtensions()
                .running(Tab.text("extensions-before.py"))
                .keeping("extensions")
                .asking(Tab.text("extensions-after.py")));
  }

  @AfterAll
  static void close_the_browser() {
    tab.close();
  }

  @Test
  void extensions_go_on_in_another_worker() throws IOException {
    assertThat(made.result()).isEqualTo(Tab.text("extensions.txt").strip());
    Done restored = tab.run(extensionsFrom("extensions").keeping("second generation"));
    assertThat(restored).isEqualTo(made);
    assertThat(tab.run(extensionsFrom("second generation"))).isEqualTo(made);
  }

  @Test
  void extensions_go_on_on_the_thread_of_the_page() throws IOException {
    assertThat(tab.run(extensionsFrom("extensions").here())).isEqualTo(made);
  }

  @Test
  void an_engine_without_the_trampoline_takes_an_image_made_with_it() throws IOException {
    Done restored = tab.run(extensionsFrom("extensions").onSimpleEngine());
    assertThat(made.hasTrampoline()).isTrue();
    assertThat(restored.hasTrampoline()).isFalse();
    assertThat(restored.functions()).isEqualTo(made.functions());
    assertThat(restored.result()).isEqualTo(made.result());
  }

  @Test
  void an_engine_with_the_trampoline_takes_an_image_made_without() throws IOException {
    Done simple =
        tab.run(
            Task.python()
                .onSimpleEngine()
                .withExtensions()
                .running(Tab.text("extensions-before.py"))
                .keeping("simple"));
    assertThat(simple.hasTrampoline()).isFalse();
    assertThat(tab.run(extensionsFrom("simple"))).isEqualTo(made);
  }

  @Test
  void a_library_with_javascript_in_it_is_refused() {
    Task task =
        Task.python().withLibrary("script.so").running("import script").keeping("impossible");
    assertThat(tab.failureOf(task))
        .isEqualTo(
            "the library /lib/python3.14/site-packages/script.so has JavaScript in it,"
                + " which no image can keep");
  }

  @Test
  void an_image_of_another_engine_is_refused() {
    assertThat(tab.failureOf(Task.olderPython().from("extensions")))
        .isEqualTo("the image was made with another build of Pyodide");
  }

  @Test
  void a_memory_much_larger_than_a_new_one_comes_back() throws IOException {
    Done large =
        tab.run(
            Task.python()
                .running(Tab.text("large-before.py"))
                .keeping("large")
                .asking(Tab.text("large-after.py")));
    assertThat(large.result()).isEqualTo("200000000 250 True 7");
    assertThat(large.memory()).isGreaterThan(200_000_000);
    assertThat(tab.run(Task.python().from("large").asking(Tab.text("large-after.py"))))
        .isEqualTo(large);
  }

  @Test
  void numpy_goes_on_and_loads_what_is_not_in_the_image() throws IOException {
    String question = Tab.text("numpy-after.py");
    Done numpy =
        tab.run(
            Task.olderPython()
                .withNumpy()
                .running(Tab.text("numpy-before.py"))
                .keeping("numpy")
                .asking(question));
    assertThat(numpy.result()).isEqualTo(Tab.text("numpy.txt").strip());
    assertThat(numpy.functions()).contains("_multiarray_umath").doesNotContain("fft");
    Task again = Task.olderPython().from("numpy").asking(question);
    assertThat(tab.run(again)).isEqualTo(numpy);
    Done more = tab.run(again.running("np.fft.fft([1.0])").keeping("numpy with more"));
    assertThat(more.functions()).contains("_multiarray_umath", "_pocketfft_umath");
    assertThat(tab.run(again.from("numpy with more"))).isEqualTo(more);
  }

  private static Task extensionsFrom(String image) throws IOException {
    return Task.python().from(image).asking(Tab.text("extensions-after.py"));
  }
}
