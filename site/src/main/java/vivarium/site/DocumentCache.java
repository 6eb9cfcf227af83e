package vivarium.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vivarium.site.files.DocumentFiles;
import vivarium.site.files.Downloads;
import vivarium.site.html.PythonPage;
import vivarium.site.render.Surroundings;
import vivarium.site.source.SourceFiles;
import vivarium.site.source.SourceFolder;

/** Builds documents, and keeps what came of them for as long as it would come out the same. */
final class DocumentCache {
  private record Entry(
      SourceDocument source, RecordedNeighbours neighbours, BuiltDocument document) {}

  private final DocumentBuilder builder;
  private final DocumentExecution execution;
  private final Downloads downloads;
  private final Reading reading;
  private final Progress progress;
  private Map<String, SourceDocument> sources = new HashMap<>();
  private Map<String, Entry> entries = new HashMap<>();

  DocumentCache(
      DocumentBuilder builder,
      DocumentExecution execution,
      Downloads downloads,
      Reading reading,
      Progress progress) {
    this.builder = builder;
    this.execution = execution;
    this.downloads = downloads;
    this.reading = reading;
    this.progress = progress;
  }

  /** The document at {@code path}, parsed again only when its bytes have changed. */
  SourceDocument parse(String path, byte[] bytes, SourceFolder folder) {
    if (SourceFiles.isHtml(path)) {
      return SourceDocument.of(PythonPage.read(path, bytes, folder), bytes);
    }
    SourceDocument known = sources.get(path);
    SourceDocument parsed =
        known != null && known.isFrom(bytes) ? known : SourceDocument.parse(path, bytes, reading);
    return parsed.with(
        reading.asNotebooks()
            ? DocumentFiles.withNamed(parsed.document(), parsed.text(), folder, downloads)
            : DocumentFiles.of(parsed.document(), parsed.text(), folder, downloads));
  }

  /** The documents with what their cells wrote; they run again only when they have changed. */
  List<SourceDocument> execute(List<SourceDocument> documents) {
    Map<String, SourceDocument> parsed = new HashMap<>();
    documents.forEach(source -> parsed.put(source.path(), source));
    sources = parsed;
    return execution.execute(documents);
  }

  /** Builds all documents of a course, and forgets every other. */
  List<BuiltDocument> build(List<SourceDocument> documents, Neighbours neighbours) {
    Map<String, Entry> now = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      SourceDocument source = documents.get(i);
      progress.step(i, documents.size(), source.path());
      now.put(source.path(), entry(source, neighbours));
    }
    entries = now;
    return documents.stream().map(SourceDocument::path).map(now::get).map(Entry::document).toList();
  }

  /** What is around a page that belongs to no document. */
  Surroundings around(String page) {
    return builder.around(page);
  }

  private Entry entry(SourceDocument source, Neighbours neighbours) {
    Entry known = entries.get(source.path());
    if (known != null
        && known.source().equals(source)
        && known.neighbours().agreeWith(neighbours)) {
      return known;
    }
    RecordedNeighbours recorded = new RecordedNeighbours(neighbours);
    return new Entry(source, recorded, builder.build(source, recorded));
  }
}
