package vivarium.packages.requirement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a marker can ask for; see <a
 * href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers">Environment
 * markers</a>.
 */
public enum MarkerVariable {
  PYTHON_VERSION("python_version", true),
  PYTHON_FULL_VERSION("python_full_version", true),
  OS_NAME("os_name", false),
  SYS_PLATFORM("sys_platform", false),
  PLATFORM_RELEASE("platform_release", true),
  PLATFORM_SYSTEM("platform_system", false),
  PLATFORM_VERSION("platform_version", false),
  PLATFORM_MACHINE("platform_machine", false),
  PLATFORM_PYTHON_IMPLEMENTATION("platform_python_implementation", false),
  IMPLEMENTATION_NAME("implementation_name", false),
  IMPLEMENTATION_VERSION("implementation_version", true),
  EXTRA("extra", false);

  /** The names of PEP 345, which old distributions still have. */
  private static final Map<String, MarkerVariable> FORMER =
      Map.of(
          "os.name", OS_NAME,
          "sys.platform", SYS_PLATFORM,
          "platform.version", PLATFORM_VERSION,
          "platform.machine", PLATFORM_MACHINE,
          "platform.python_implementation", PLATFORM_PYTHON_IMPLEMENTATION,
          "python_implementation", PLATFORM_PYTHON_IMPLEMENTATION);

  private final String text;
  private final boolean isVersion;

  MarkerVariable(String text, boolean isVersion) {
    this.text = text;
    this.isVersion = isVersion;
  }

  /** The variable of this name, which may be a former one: {@code os.name}. */
  static Optional<MarkerVariable> named(String name) {
    return Arrays.stream(values())
        .filter(variable -> variable.text.equals(name))
        .findFirst()
        .or(() -> Optional.ofNullable(FORMER.get(name)));
  }

  static List<String> names() {
    return Arrays.stream(values()).map(MarkerVariable::toString).toList();
  }

  /** Whether its value is compared as a version where both sides are one. */
  boolean isVersion() {
    return isVersion;
  }

  /** The name in markers: {@code python_version}. */
  @Override
  public String toString() {
    return text;
  }
}
