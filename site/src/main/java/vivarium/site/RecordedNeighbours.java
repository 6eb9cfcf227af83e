package vivarium.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import vivarium.site.source.SourceFolder;

/** Remembers what was asked and answered, to tell later whether all of it still holds. */
final class RecordedNeighbours implements Neighbours {
  private enum About {
    DOCUMENT,
    PAGE,
    PATH,
    FOLDER
  }

  private record Question(About about, String path) {
    Object answer(Neighbours neighbours) {
      return switch (about) {
        case DOCUMENT -> neighbours.document(path);
        case PAGE -> neighbours.page(path);
        case PATH -> neighbours.look(path);
        case FOLDER -> neighbours.names(path);
      };
    }
  }

  private final Neighbours neighbours;
  private final Map<Question, Object> answers;

  RecordedNeighbours(Neighbours neighbours) {
    this.neighbours = neighbours;
    this.answers = new LinkedHashMap<>();
  }

  /** Whether {@code others} would have given the same answers. */
  boolean agreeWith(Neighbours others) {
    return answers.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(entry.getKey().answer(others)));
  }

  @Override
  public Optional<Neighbour> document(String path) {
    return record(About.DOCUMENT, path, neighbours.document(path));
  }

  @Override
  public Optional<Neighbour> page(String path) {
    return record(About.PAGE, path, neighbours.page(path));
  }

  @Override
  public SourceFolder.Kind look(String path) {
    return record(About.PATH, path, neighbours.look(path));
  }

  @Override
  public SortedSet<String> names(String folder) {
    return record(About.FOLDER, folder, neighbours.names(folder));
  }

  private <T> T record(About about, String path, T answer) {
    answers.put(new Question(about, path), answer);
    return answer;
  }
}
