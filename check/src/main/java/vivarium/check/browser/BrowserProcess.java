package vivarium.check.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window, in a fresh profile. It does not outlive this program. */
final class BrowserProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

  /** How long a killed process may take to go, in seconds. */
  private static final int LAST_SECONDS = 5;

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--remote-debugging-port=0",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--hide-scrollbars",
          "--mute-audio");

  private final Process process;
  private final Profile profile;
  private final Thread hook;
  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private volatile String last = "";

  private BrowserProcess(Process process, Profile profile) {
    this.process = process;
    this.profile = profile;
    this.hook = new Thread(this::kill, "vivarium-browser-stop");
  }

  /**
   * Starts a browser and waits until it can be talked to.
   *
   * @param temporary a folder for its profile
   * @throws BrowserException when it does not start within {@code patience}
   */
  static BrowserProcess start(Path program, Path temporary, Duration patience)
      throws InterruptedException {
    BrowserProcess browser;
    Profile profile = profile(temporary);
    try {
      browser = new BrowserProcess(launch(program, profile), profile);
    } catch (IOException e) {
      profile.delete();
      throw new BrowserException(program + " does not start: " + e.getMessage() + ".", e);
    }
    Runtime.getRuntime().addShutdownHook(browser.hook);
    Thread reader = new Thread(browser::read, "vivarium-browser-messages");
    reader.setDaemon(true);
    reader.start();
    try {
      browser.address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return browser;
    } catch (ExecutionException | CancellationException e) {
      browser.close();
      throw new BrowserException(program + " ended at once" + browser.lastWords() + ".", e);
    } catch (TimeoutException e) {
      browser.close();
      throw new BrowserException(
          program + " did not start within " + patience.toSeconds() + " s.", e);
    } catch (InterruptedException e) {
      browser.close();
      throw e;
    }
  }

  private String lastWords() {
    return last.isEmpty() ? "" : ": " + last;
  }

  /** Where it listens. */
  URI address() {
    return address.join();
  }

  private static Profile profile(Path temporary) {
    try {
      return Profile.in(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(Path program, Profile profile) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + profile.folder());
    if (profile.isRoots()) {
      // Chromium's own sandbox refuses to work for root.
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Reads for as long as the browser writes; it would wait when nobody read. */
  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = ADDRESS.matcher(line);
        if (matcher.find()) {
          address.complete(URI.create(matcher.group(1)));
        }
        last = line.isBlank() ? last : line.strip();
      }
    } catch (IOException e) {
      last = String.valueOf(e.getMessage());
    }
    address.cancel(false);
  }

  /** Ends the browser and takes away its profile. */
  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending; the hook does the same once more.
    }
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    // Also an interrupted thread waits: while the browser lives, it writes into its profile.
    process.onExit().completeOnTimeout(process, LAST_SECONDS, TimeUnit.SECONDS).join();
    profile.delete();
  }
}
