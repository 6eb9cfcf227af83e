package vivarium.kernel.installer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.JSExport;
import vivarium.kernel.installer.Answers.Answer;
import vivarium.kernel.installer.Answers.Question;
import vivarium.model.json.Json;
import vivarium.model.json.JsonObject;
import vivarium.packages.choice.Shelves;
import vivarium.packages.choice.Wanted;
import vivarium.packages.hash.Sha256;
import vivarium.packages.offer.Address;
import vivarium.packages.offer.IndexException;
import vivarium.packages.offer.Offer;
import vivarium.packages.offer.Place;
import vivarium.packages.offer.Source;
import vivarium.packages.requirement.PackageName;
import vivarium.packages.requirement.Requirement;
import vivarium.packages.resolve.Solution;
import vivarium.packages.syntax.SyntaxException;
import vivarium.packages.version.Version;
import vivarium.packages.wheel.CoreMetadata;

/**
 * Chooses what to install. It asks for nothing itself: {@link #next} says what has to be found out,
 * and is called again when that was told.
 */
public final class Choice {
  private static final String CELL = "the cell";

  private final Request request;
  private final Answers answers = new Answers();
  private Optional<Shelves> shelves = Optional.empty();

  Choice(Request request) {
    this.request = request;
  }

  /** Tells what is at an address, or the metadata of a package. */
  @JSExport
  public void answer(String key, String from, String text) {
    answers.know(key, new Answer(from, text));
  }

  /** Tells that there is nothing at an address. */
  @JSExport
  public void absent(String key) {
    answers.knowAbsent(key);
  }

  /**
   * Goes on, as JSON: {@code {"questions": […]}}, see {@link Question}; {@code {"problem": "…"}};
   * or {@code {"here": ["mdurl"], "wheels": [{"name", "version", "file", "url", "sha256"}]}}, the
   * packages to install.
   */
  @JSExport
  public String next() {
    return step().build().text();
  }

  private JsonObject step() {
    try {
      return chosen();
    } catch (Answers.Unknown unknown) {
      List<Json> questions = new ArrayList<>();
      unknown.questions().forEach(each -> questions.add(each.json()));
      return JsonObject.empty().with("questions", new Json.Arr(questions));
    } catch (IndexException | SyntaxException e) {
      return problem(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // Nothing waits here.
    }
  }

  private static JsonObject problem(String sentence) {
    return JsonObject.empty().with("problem", sentence);
  }

  private JsonObject chosen() throws IndexException, InterruptedException {
    List<Wanted> wanted = new ArrayList<>();
    for (String text : request.wanted()) {
      Requirement requirement = Requirement.parse(text);
      if (requirement.url().isPresent()) {
        return problem(
            requirement.name()
                + " is wanted from an address of its own, and this page installs from indexes.");
      }
      wanted.add(new Wanted(CELL, requirement));
    }
    Solution solution = shelves().choose(wanted);
    return solution instanceof Solution.Chosen chosen
        ? packages(chosen.releases())
        : problem(String.join(" ", ((Solution.Impossible) solution).reasons()));
  }

  private JsonObject packages(Map<String, String> releases)
      throws IndexException, InterruptedException {
    List<Json> here = new ArrayList<>();
    List<Json> wheels = new ArrayList<>();
    for (Map.Entry<String, String> each : releases.entrySet()) {
      if (each.getKey().indexOf('[') < 0) { // An extra has no wheel.
        PackageName name = new PackageName(each.getKey());
        Offer offer = shelves().offer(name, Version.parse(each.getValue()));
        if (offer.place() instanceof Place.Online online) {
          wheels.add(wheel(offer, online));
        } else {
          here.add(new Json.Str(name.normalized()));
        }
      }
    }
    return JsonObject.empty().with("here", new Json.Arr(here)).with("wheels", new Json.Arr(wheels));
  }

  private static Json wheel(Offer offer, Place.Online online) {
    return JsonObject.empty()
        .with("name", offer.wheel().distribution().normalized())
        .with("version", offer.wheel().version().toString())
        .with("file", offer.wheel().fileName())
        .with("url", online.address().toString())
        .with("sha256", offer.hash().map(Sha256::hex).orElse(""))
        .build();
  }

  private Shelves shelves() throws IndexException {
    if (shelves.isEmpty()) {
      List<Source> sources = new ArrayList<>();
      sources.add(new Here(request.here()));
      for (String index : request.indexes()) {
        sources.add(
            new Index(Address.of(index), answers, request.here().keySet(), sources.size() == 1));
      }
      shelves =
          Optional.of(
              new Shelves(request.build(), sources, Optional.empty(), this::metadata, Map.of()));
    }
    return shelves.get();
  }

  private CoreMetadata metadata(Offer offer) throws IndexException {
    CoreMetadata read = read(offer);
    boolean isOther =
        !read.name().equals(offer.wheel().distribution())
            || !read.version().equals(offer.wheel().version());
    if (isOther) {
      throw IndexException.badFile(
          offer.wheel() + " says of itself that it is " + read.name() + " " + read.version() + ".");
    }
    return request.alone()
        ? new CoreMetadata(
            read.name(), read.version(), List.of(), read.requiresPython(), read.extras())
        : read;
  }

  private CoreMetadata read(Offer offer) throws IndexException {
    if (offer.metadata() instanceof Offer.OwnFile file) {
      Question question =
          new Question("metadata", file.address().toString(), file.hash().map(Sha256::hex));
      Optional<Answer> answer = answers.to(question);
      if (answer.isPresent()) {
        return parse(question.key(), answer.get());
      }
    }
    Question question =
        offer.place() instanceof Place.Online online
            ? new Question("wheel", online.address().toString(), offer.hash().map(Sha256::hex))
            : new Question("here", offer.wheel().distribution().normalized(), Optional.empty());
    Optional<Answer> answer = answers.to(question);
    if (answer.isEmpty()) {
      throw IndexException.badFile("there is no file " + question.key());
    }
    return parse(question.key(), answer.get());
  }

  private static CoreMetadata parse(String where, Answer answer) throws IndexException {
    try {
      return CoreMetadata.parse(answer.text());
    } catch (SyntaxException e) {
      throw IndexException.badFile(where + " cannot be read: " + e.getMessage());
    }
  }
}
