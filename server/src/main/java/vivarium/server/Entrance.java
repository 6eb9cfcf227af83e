package vivarium.server;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Where a site is entered, and what its pages are told of the server.
 *
 * @param prefix the path before all paths of the site; empty, or begins with a slash and has none
 *     at its end
 * @param edited the {@link EditedFile#id} of the file that pages save, which do not reload by
 *     themselves then; empty without one
 */
record Entrance(String prefix, String edited) {
  private static final int SECRET_BYTES = 16;
  private static final String EVENTS = "/-/events";
  private static final String SCRIPT = "/-/reload.js";
  private static final String FILE = "/-/file";

  /** At the root, for everybody on this machine. */
  static Entrance open() {
    return new Entrance("", "");
  }

  /** Below a name that nobody can guess: other users of this machine are not to write our files. */
  static Entrance secret(String edited) {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Entrance(
        "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), edited);
  }

  /** Whether a path of a request leads inside. */
  boolean admits(String path) {
    return path.startsWith(prefix + "/");
  }

  /** A path that leads inside, without the prefix. */
  String inside(String path) {
    return path.substring(prefix.length());
  }

  /** The path of the stream of events. */
  String events() {
    return prefix + EVENTS;
  }

  /** The path of the script with which pages reload that have none of Vivarium's own. */
  String script() {
    return prefix + SCRIPT;
  }

  /** The path of the file that pages save. */
  String file() {
    return prefix + FILE;
  }

  /**
   * What the pages of the site are told.
   *
   * @param build names the build that the page is from, so that a browser that missed the next one
   *     hears of it
   */
  String mark(String build) {
    return edited.isEmpty()
        ? reload(build)
        : "<meta name=\"viv-file\" content=\"" + file() + "\" data-id=\"" + edited + "\">";
  }

  /** What a page is told that reloads when another build is in. */
  String reload(String build) {
    return "<meta name=\"viv-live-reload\" content=\"" + events() + "?build=" + build + "\">";
  }
}
