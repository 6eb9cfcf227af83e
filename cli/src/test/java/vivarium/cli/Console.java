package vivarium.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A world to run commands in, and what they left there. */
final class Console {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Map<String, String> environment = new HashMap<>();
  final List<URI> opened = new CopyOnWriteArrayList<>();
  final List<Runnable> atExit = new ArrayList<>();
  final FakeWorkshop workshop = new FakeWorkshop();
  Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
  boolean terminal;
  private final Path folder;

  Console(Path folder) {
    this.folder = folder;
  }

  int run(String... arguments) {
    return run(workshop, arguments);
  }

  int run(Workshop other, String... arguments) {
    return VivariumCommand.run(surroundings(other), arguments);
  }

  Surroundings surroundings(Workshop other) {
    return new Surroundings(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal,
        environment,
        folder,
        folder.resolve("tmp"),
        clock,
        other,
        opened::add,
        atExit::add);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
