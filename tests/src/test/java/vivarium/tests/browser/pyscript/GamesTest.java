package vivarium.tests.browser.pyscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.packages.supply.TestWheel;

/** Games with pygame-ce, which pages bring along. */
class GamesTest {
  @RegisterExtension static final Pages PAGES = new Pages();

  private static void stand_in() {
    PageServer.put(
        "pygame_ce-2.5.0-py3-none-any.whl",
        TestWheel.of("pygame_ce", "2.5.0")
            .file("pygame/__init__.py", "name = 'a stand-in'")
            .bytes());
  }

  @Test
  void a_game_runs_with_the_package_that_its_configuration_names() {
    stand_in();
    PageServer.put("level.txt", "level 1");
    PyscriptPage page =
        PAGES.open(
            """
            <canvas id="canvas"></canvas>
            <script type="py-game"
              config='{"packages": ["./pygame_ce-2.5.0-py3-none-any.whl"], "files": {"level.txt": ""}}'>
            import asyncio, pygame
            await asyncio.sleep(0)
            print(pygame.name, open("level.txt").read())
            </script>
            """);
    page.says("a stand-in level 1");
  }

  @Test
  void a_page_can_keep_a_game_from_running() {
    stand_in();
    PyscriptPage page =
        PAGES
            .open(
                """
            <script>
            addEventListener("py-game", (event) => {
              event.preventDefault();
              globalThis.prevented = event.detail.code.trim();
            });
            </script>
            <canvas id="field"></canvas>
            <script type="py-game" target="field">print("played")</script>
            """)
            .allDone();
    assertThat(page.value("prevented")).isEqualTo("print(\"played\")");
    assertThat(page.console()).doesNotContain("played");
  }

  @Test
  void without_its_package_a_game_says_what_to_do() {
    PyscriptPage page =
        PAGES
            .open("<canvas id=\"canvas\"></canvas><script type=\"py-game\">import pygame</script>")
            .allDone();
    assertThat(page.text(".py-error")).contains("(PY1001)", "pygame-ce", "vivarium build");
    PAGES.forgive();
  }

  @Test
  void without_its_canvas_a_game_says_which_it_needs() {
    PyscriptPage page = PAGES.open("<script type=\"py-game\">import pygame</script>").allDone();
    assertThat(page.text(".py-error")).contains("<canvas id=\"canvas\">");
    PAGES.forgive();
  }
}
