package vivarium.kernel.installer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;

/**
 * What was found out so far. What is not known is asked for, by giving up: whoever chooses begins
 * anew when it is.
 */
final class Answers {
  private final Map<String, Answer> known = new HashMap<>();
  private final Set<String> absent = new HashSet<>();

  /**
   * What stands at an address.
   *
   * @param from the address, after redirects
   */
  record Answer(String from, String text) {}

  /** Something has to be asked for first. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Question> questions;

    Unknown(List<Question> questions) {
      this.questions = questions;
    }

    List<Question> questions() {
      return questions;
    }
  }

  /**
   * A question.
   *
   * @param kind {@code page}, {@code metadata} or {@code wheel}; {@code here} for the metadata of a
   *     package that is here
   * @param key what it is about: an address, or the name of a package
   * @param sha256 of what is at the address; empty where it is not known
   */
  record Question(String kind, String key, Optional<String> sha256) {
    Json json() {
      return JsonObject.empty()
          .with("kind", kind)
          .with("key", key)
          .with("sha256", sha256.orElse(""))
          .build();
    }
  }

  void know(String key, Answer answer) {
    known.put(key, answer);
  }

  void knowAbsent(String key) {
    absent.add(key);
  }

  /** The answer; empty where there is nothing. */
  Optional<Answer> to(Question question) {
    needAll(List.of(question));
    return Optional.ofNullable(known.get(question.key()));
  }

  /** Asks for what is not known yet, all at once. */
  void needAll(List<Question> questions) {
    List<Question> open = new ArrayList<>();
    for (Question question : questions) {
      if (!known.containsKey(question.key()) && !absent.contains(question.key())) {
        open.add(question);
      }
    }
    if (!open.isEmpty()) {
      throw new Unknown(open);
    }
  }
}
