package vivarium.packages.requirement;

import vivarium.packages.engine.PyodideBuild;

/** Where a marker is evaluated: the values of its variables, but for {@code extra}. */
public record MarkerEnvironment(
    String pythonVersion,
    String pythonFullVersion,
    String osName,
    String sysPlatform,
    String platformRelease,
    String platformSystem,
    String platformVersion,
    String platformMachine,
    String platformPythonImplementation,
    String implementationName,
    String implementationVersion) {

  /** What a program sees that runs on {@code build}. */
  public static MarkerEnvironment of(PyodideBuild build) {
    return new MarkerEnvironment(
        build.pythonMajorMinor(),
        build.python().toString(),
        "posix",
        "emscripten",
        build.emscripten().toString(),
        "Emscripten",
        "#1",
        build.machine(),
        "CPython",
        "cpython",
        build.python().toString());
  }

  /**
   * The value of a variable.
   *
   * @param extra the value of {@link MarkerVariable#EXTRA}, which is no part of the environment
   */
  String value(MarkerVariable variable, String extra) {
    return switch (variable) {
      case PYTHON_VERSION -> pythonVersion;
      case PYTHON_FULL_VERSION -> pythonFullVersion;
      case OS_NAME -> osName;
      case SYS_PLATFORM -> sysPlatform;
      case PLATFORM_RELEASE -> platformRelease;
      case PLATFORM_SYSTEM -> platformSystem;
      case PLATFORM_VERSION -> platformVersion;
      case PLATFORM_MACHINE -> platformMachine;
      case PLATFORM_PYTHON_IMPLEMENTATION -> platformPythonImplementation;
      case IMPLEMENTATION_NAME -> implementationName;
      case IMPLEMENTATION_VERSION -> implementationVersion;
      case EXTRA -> extra;
    };
  }
}
