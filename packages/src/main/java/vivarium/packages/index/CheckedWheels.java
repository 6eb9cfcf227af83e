package vivarium.packages.index;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vivarium.packages.hash.Sha256;
import vivarium.packages.wheel.Wheel;
import vivarium.packages.wheel.WheelException;
import vivarium.packages.wheel.WheelLimits;
import vivarium.packages.wheel.WheelName;

/**
 * Opens wheels, and remembers those that it has checked while memory suffices, as long as their
 * files are as they were: a development server builds again and again.
 */
final class CheckedWheels {
  /** A file that is younger may change without a new time: file systems count in steps. */
  private static final Duration STEP = Duration.ofSeconds(3);

  private final Clock clock;
  private final Map<Path, Checked> checked = new ConcurrentHashMap<>();

  CheckedWheels(Clock clock) {
    this.clock = clock;
  }

  private record Checked(State state, WheelName name, SoftReference<Wheel> wheel) {}

  /** What changes with a file's content, or when another file takes its place. */
  private record State(long size, FileTime time, Optional<Object> key) {
    static State of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(
          attributes.size(),
          attributes.lastModifiedTime(),
          Optional.ofNullable(attributes.fileKey()));
    }
  }

  /** As {@link Wheel#open}, with the limits of every wheel. */
  Wheel open(Path file, WheelName name, Sha256 hash) throws IOException, WheelException {
    Path path = file.toAbsolutePath().normalize();
    State state = State.of(path);
    Checked known = checked.get(path);
    Wheel wheel = known == null ? null : known.wheel().get();
    if (known != null
        && wheel != null
        && known.state().equals(state)
        && known.name().equals(name)
        && wheel.hash().equals(hash)) {
      return wheel;
    }
    Wheel opened = Wheel.open(path, name, Optional.of(hash), WheelLimits.DEFAULT);
    boolean isSettled = state.time().toInstant().plus(STEP).isBefore(clock.instant());
    if (isSettled && State.of(path).equals(state)) {
      checked.put(path, new Checked(state, name, new SoftReference<>(opened)));
    } else {
      checked.remove(path);
    }
    return opened;
  }
}
