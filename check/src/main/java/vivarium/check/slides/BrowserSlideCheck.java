package vivarium.check.slides;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vivarium.check.browser.BrowserException;
import vivarium.check.browser.HeadlessBrowser;
import vivarium.model.diagnostic.Diagnostic;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Document;
import vivarium.model.json.Json;
import vivarium.model.json.JsonException;
import vivarium.model.json.JsonObject;
import vivarium.server.DevServer;
import vivarium.site.Build;
import vivarium.site.Progress;
import vivarium.site.SitePath;

/** Opens each deck in a browser, at the size for which slides are laid out. */
public final class BrowserSlideCheck implements SlideCheck {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /** How long a deck may take to load. */
  private static final Duration TO_LOAD = Duration.ofSeconds(20);

  /** How long a slide may take; one is measured in milliseconds, unless it waits for pictures. */
  private static final Duration FOR_SLIDE = Duration.ofSeconds(6);

  private final Path program;
  private final Path temporary;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param program the browser
   * @param temporary a folder for what it writes
   * @param progress told of each deck
   */
  public BrowserSlideCheck(Path program, Path temporary, Clock clock, Progress progress) {
    this.program = program;
    this.temporary = temporary;
    this.clock = clock;
    this.progress = progress;
  }

  @Override
  public List<Diagnostic> check(Build build, List<Document> documents, boolean alone)
      throws InterruptedException {
    List<Deck> decks = Deck.among(documents, alone);
    List<Diagnostic> found = new ArrayList<>();
    if (decks.isEmpty()) {
      return found;
    }
    try (DevServer server = DevServer.start(0, clock);
        HeadlessBrowser browser = HeadlessBrowser.start(program, temporary)) {
      server.show(build);
      for (int i = 0; i < decks.size(); i++) {
        Deck deck = decks.get(i);
        progress.step(i, decks.size(), deck.path());
        if (!build.site().orElseThrow().files().containsKey(new SitePath(deck.page()))) {
          throw new IllegalStateException("the site has no " + deck.page());
        }
        found.addAll(measure(deck, browser, server.address()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no port can be opened", e);
    }
    return found;
  }

  /** A deck that cannot be measured is that deck's problem, and the others are measured. */
  private static List<Diagnostic> measure(Deck deck, HeadlessBrowser browser, URI server)
      throws InterruptedException {
    Duration patience = TO_LOAD.plus(FOR_SLIDE.multipliedBy(deck.size()));
    try {
      JsonObject measured =
          JsonObject.of(
              browser.run(address(server, deck.page()), WIDTH, HEIGHT, script(), patience));
      int shown = measured.integer("slides");
      List<Diagnostic> found = new ArrayList<>();
      for (Json overflow : measured.array("found")) {
        found.add(diagnostic(deck, Overflow.of(JsonObject.of(overflow)), shown));
      }
      return found;
    } catch (BrowserException | JsonException e) {
      return List.of(
          Diagnostic.error(
              "slides-not-measured",
              Location.file(deck.path()),
              "The slides could not be measured: " + e.getMessage(),
              "Open the deck in a browser and look whether a script of its own stops it."));
    }
  }

  private static Diagnostic diagnostic(Deck deck, Overflow overflow, int shown) {
    return Diagnostic.error(
        "slide-overflows",
        deck.where(overflow.id(), overflow.index(), shown),
        overflow.sentence(),
        "Divide the slide, or write {.smaller} or {.scrollable} after its heading.");
  }

  /** Slides, whatever the size of the window. */
  private static URI address(URI server, String page) {
    try {
      return server.resolve(new URI(null, null, "/" + page, "view=slides", null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path in a site: " + page, e);
    }
  }

  private static String script() {
    try (InputStream in = BrowserSlideCheck.class.getResourceAsStream("measure.js")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: measure.js");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
