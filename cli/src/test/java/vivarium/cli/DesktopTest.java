package vivarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What depends on the system and its environment variables. */
class DesktopTest {
  private static final URI URL = URI.create("http://127.0.0.1:8000/");
  private static final Path HOME = Path.of("home").toAbsolutePath();

  @Test
  void a_browser_is_opened_where_someone_sees_it() {
    assertThat(Browser.command(Map.of("DISPLAY", ":0"), "Linux", URL).orElseThrow())
        .containsExactly("xdg-open", URL.toString());
    assertThat(Browser.command(Map.of("WAYLAND_DISPLAY", "w"), "Linux", URL)).isPresent();
    assertThat(Browser.command(Map.of(), "Mac OS X", URL).orElseThrow())
        .containsExactly("open", URL.toString());
    assertThat(Browser.command(Map.of(), "Windows 11", URL).orElseThrow()).contains("start");
  }

  @Test
  void no_browser_is_opened_without_a_display_or_in_ci() {
    assertThat(Browser.command(Map.of(), "Linux", URL)).isEmpty();
    assertThat(Browser.command(Map.of("DISPLAY", ":0", "CI", "true"), "Linux", URL)).isEmpty();
    assertThat(Browser.command(Map.of("CI", "1"), "Mac OS X", URL)).isEmpty();
  }

  @Test
  void the_cache_is_where_the_system_wants_it() {
    assertThat(CacheFolder.of(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".cache/vivarium"));
    assertThat(CacheFolder.of(Map.of(), "Mac OS X", HOME))
        .isEqualTo(HOME.resolve("Library/Caches/vivarium"));
    assertThat(CacheFolder.of(Map.of("LOCALAPPDATA", HOME.toString()), "Windows 11", HOME))
        .isEqualTo(HOME.resolve("Vivarium"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", HOME.toString()), "Linux", HOME))
        .isEqualTo(HOME.resolve("vivarium"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative"), "Linux", HOME))
        .isEqualTo(HOME.resolve(".cache/vivarium"));
  }
}
