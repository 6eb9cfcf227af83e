package vivarium.packages.reference;

import java.util.List;
import java.util.Random;
import vivarium.packages.version.Version;

/** Versions, demands and markers by chance: most are right, some are nearly. */
final class Texts {
  private static final List<String> PRE =
      List.of("a", "b", "rc", "c", "alpha", "beta", "pre", "preview", "A", "RC");
  private static final List<String> POST = List.of("post", "rev", "r", "POST");
  private static final List<String> SEPARATORS = List.of("", ".", "-", "_");
  private static final List<String> OPERATORS =
      List.of("==", "!=", "<=", ">=", "<", ">", "~=", "===");
  private static final List<String> VARIABLES =
      List.of(
          "python_version",
          "python_full_version",
          "os_name",
          "sys_platform",
          "platform_release",
          "platform_system",
          "platform_version",
          "platform_machine",
          "platform_python_implementation",
          "implementation_name",
          "implementation_version",
          "extra",
          "os.name",
          "python_implementation",
          "python_versio");
  private static final List<String> VALUES =
      List.of(
          "3.14",
          "3.14.2",
          "3.9",
          "3.*",
          "5.0.3",
          "posix",
          "emscripten",
          "linux",
          "Emscripten",
          "wasm32",
          "CPython",
          "cpython",
          "2.6 2.7 3.14",
          "test",
          "Te_st",
          "socks",
          "",
          "#1",
          "3.14.0rc1",
          ">=3",
          "win32");

  private final Random random;

  Texts(long seed) {
    random = new Random(seed);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int number() {
    return random.nextInt(chance(80) ? 3 : 30);
  }

  private String word(List<String> words) {
    return one(SEPARATORS) + one(words) + one(SEPARATORS) + (chance(70) ? number() : "");
  }

  String version() {
    String version = plainVersion();
    return chance(10) ? spoilt(version) : version;
  }

  private String plainVersion() {
    StringBuilder out = new StringBuilder(chance(5) ? "v" : "");
    out.append(chance(10) ? number() + "!" : "").append(number());
    for (int i = random.nextInt(4); i > 0; i--) {
      out.append('.').append(number());
    }
    out.append(chance(30) ? word(PRE) : "");
    out.append(chance(25) ? (chance(20) ? "-" + number() : word(POST)) : "");
    out.append(chance(25) ? word(List.of("dev", "Dev")) : "");
    out.append(chance(20) ? "+" + one(List.of("a", "5", "abc.7", "Foo-01", "x_1", "10")) : "");
    return out.toString();
  }

  /** The same with a character taken away, put in or changed. */
  String spoilt(String text) {
    String characters = "0a.-_+!*v ,;()[]@'\"<>=~x";
    int at = random.nextInt(text.length() + 1);
    char c = characters.charAt(random.nextInt(characters.length()));
    int end = chance(50) ? at : Math.min(at + 1, text.length());
    return text.substring(0, at) + (chance(70) ? c : "") + text.substring(end);
  }

  String demands() {
    return demands(OPERATORS);
  }

  private String demands(List<String> operators) {
    StringBuilder out = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      out.append(out.length() == 0 ? "" : ",").append(chance(20) ? " " : "");
      String operator = one(operators);
      out.append(operator).append(chance(20) ? " " : "");
      // The reference takes the numbers of ~= from the text, which need not be in normal form.
      String version =
          operator.equals("~=") ? Version.parse(plainVersion()).toString() : plainVersion();
      out.append(chance(40) ? version.replaceAll("[^0-9.].*", "") + "0" : version);
      out.append(chance(15) ? ".*" : "");
    }
    return out.toString();
  }

  String marker(int depth) {
    if (depth > 0 && chance(50)) {
      String inner = marker(depth - 1) + (chance(50) ? " and " : " or ") + marker(depth - 1);
      return chance(60) ? "(" + inner + ")" : inner;
    }
    String variable = one(VARIABLES.subList(0, chance(3) ? 15 : 14));
    String quote = chance(50) ? "'" : "\"";
    String value = quote + one(VALUES) + quote;
    List<String> all = List.of("==", "!=", "<=", ">=", "<", ">", "in", "not in", "~=");
    String operator = one(all.subList(0, chance(10) ? 9 : 8));
    return chance(70)
        ? variable + " " + operator + " " + value
        : value + " " + operator + " " + variable;
  }

  String requirement() {
    StringBuilder out = new StringBuilder(chance(10) ? " " : "");
    out.append(one(List.of("numpy", "Foo.Bar", "a-b_c", "x", "A1", "zope.interface")));
    out.append(chance(10) ? " " : "");
    out.append(chance(30) ? one(List.of("[a]", "[a,B]", "[ a , b_c ]", "[]", "[a,a]")) : "");
    if (chance(15)) {
      out.append(" @ https://example.org/x-1.0-py3-none-any.whl ");
    } else if (chance(60)) {
      // The reference lets the text of === run over commas in requirements, but not elsewhere.
      String demands = demands(OPERATORS.subList(0, OPERATORS.size() - 1));
      out.append(chance(20) ? " (" + demands + ")" : demands);
    }
    out.append(chance(30) ? ";" + marker(1) : "");
    return chance(15) ? spoilt(out.toString()) : out.toString();
  }
}
