package vivarium.parse.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.CellOptions;
import vivarium.model.document.FrontMatter;
import vivarium.model.document.FrontMatter.Format;
import vivarium.model.document.FrontMatter.Live;
import vivarium.model.document.FrontMatter.Trust;
import vivarium.parse.cell.CellDefaults;
import vivarium.parse.source.Findings;
import vivarium.parse.source.Fragment;
import vivarium.parse.yaml.Yaml;

/** Reads the front matter of a file. */
public final class FrontMatterReader {
  private static final List<String> KNOWN =
      List.of(
          "title",
          "subtitle",
          "author",
          "authors",
          "date",
          "description",
          "lang",
          "format",
          "live",
          "incremental",
          "theme",
          "css",
          "packages",
          "engine",
          "files",
          "network",
          "install-from",
          "trust",
          "strings",
          "cell");

  /** As browsers write it; see <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+\\](:[0-9]{1,5})?");

  /** The folder of an index's pages: what is loaded follows behind it. */
  private static final Pattern INDEX = Pattern.compile("https?://[^\\s/?#@]+(/[^\\s?#]*)?");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");

  private final Findings findings;
  private final Values values;
  private final Formats formatNames;
  private final List<Yaml.Entry> idle = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private boolean isMarp;
  private boolean isIncremental;
  private @Nullable String title;
  private @Nullable String subtitle;
  private @Nullable String date;
  private @Nullable String description;
  private @Nullable String theme;
  private @Nullable String engine;
  private String lang;
  private List<Format> formats;
  private Live live;
  private List<String> css = List.of();
  private List<String> files = List.of();
  private List<String> network = List.of();
  private List<String> installFrom = List.of();
  private Trust trust = Trust.AUTHOR;
  private Map<String, String> strings = Map.of();
  private CellOptions cell = CellOptions.NONE;

  private FrontMatterReader(FrontMatter defaults, Findings findings) {
    this.lang = defaults.lang();
    this.formats = defaults.formats();
    this.live = defaults.live();
    this.findings = findings;
    this.values = new Values(findings);
    this.formatNames = new Formats(findings);
  }

  /**
   * Reads the top of {@code text}; what is wrong there goes to {@code findings}.
   *
   * @param defaults the language, the formats and the live cells of a document that does not say
   */
  public static FileHead read(Fragment text, FrontMatter defaults, Findings findings) {
    FrontMatterLines.Found found = FrontMatterLines.in(text);
    if (found instanceof FrontMatterLines.Present present) {
      return new FrontMatterReader(defaults, findings).read(present);
    }
    if (found instanceof FrontMatterLines.Broken broken) {
      findings.error(
          "bad-front-matter",
          broken.fault().where(),
          broken.fault().message(),
          "Write the front matter as key: value, one a line, and text with colons in quotes.");
      return new FileHead(defaults, false, false, broken.bodyLine());
    }
    if (found instanceof FrontMatterLines.Unclosed) {
      findings.error(
          "unclosed-front-matter",
          text.location(0, 0),
          "The front matter that begins here has no end.",
          "Put a line --- after its last key.");
      return new FileHead(defaults, false, false, 1);
    }
    return new FileHead(defaults, false, false, 0);
  }

  private FileHead read(FrontMatterLines.Present present) {
    List<Yaml.Entry> entries = present.mapping().map(Yaml.Mapping::entries).orElse(List.of());
    isMarp = entries.stream().anyMatch(FrontMatterReader::isMarp);
    entries.forEach(this::take);
    reportIdle();
    FrontMatter frontMatter =
        new FrontMatter(
            Optional.ofNullable(title),
            Optional.ofNullable(subtitle),
            authors,
            Optional.ofNullable(date),
            Optional.ofNullable(description),
            lang,
            formats,
            live,
            Optional.ofNullable(theme),
            css,
            packages,
            Optional.ofNullable(engine),
            files,
            network,
            installFrom,
            trust,
            strings,
            cell);
    return new FileHead(
        frontMatter, isMarp, isIncremental || formatNames.isIncremental(), present.bodyLine());
  }

  private static boolean isMarp(Yaml.Entry entry) {
    return entry.key().equals("marp")
        && entry.value() instanceof Yaml.Scalar scalar
        && scalar.truth().orElse(false);
  }

  private void take(Yaml.Entry entry) {
    switch (entry.key()) {
      case "title" -> title = values.text(entry).orElse(null);
      case "subtitle" -> subtitle = values.text(entry).orElse(null);
      case "author", "authors" -> authors.addAll(values.names(entry));
      case "date" -> date = values.text(entry).orElse(null);
      case "description" -> description = values.text(entry).orElse(null);
      case "lang" -> lang(entry);
      case "format" -> format(entry);
      case "live" -> live(entry);
      case "theme" -> theme(entry);
      case "css" -> css = values.texts(entry);
      case "packages" -> packages.addAll(values.texts(entry));
      case "engine" -> engine(entry);
      case "files" -> files = values.texts(entry);
      case "network" ->
          network = values.texts(entry).stream().filter(origin -> isOrigin(origin, entry)).toList();
      case "install-from" ->
          installFrom =
              values.texts(entry).stream()
                  .filter(index -> isIndex(index, entry))
                  .map(index -> index.endsWith("/") ? index : index + "/")
                  .toList();
      case "trust" -> trust(entry);
      case "strings" -> strings = Strings.read(entry, values, findings);
      case "cell" -> cell = CellDefaults.read(entry, findings);
      case "pyodide" -> pyodide(entry);
      case "incremental" -> incremental(entry);
      default -> other(entry);
    }
  }

  private void lang(Yaml.Entry entry) {
    Optional<String> wanted = values.text(entry);
    if (wanted.isPresent() && !LANGUAGE.matcher(wanted.get()).matches()) {
      unknownValue(
          entry.value().where(),
          Findings.quoted(wanted.get()) + " is no language.",
          "Give a language tag, such as en or pt-BR.");
    } else {
      lang = wanted.orElse(lang);
    }
  }

  private boolean isOrigin(String origin, Yaml.Entry entry) {
    if (ORIGIN.matcher(origin).matches()) {
      return true;
    }
    unknownValue(
        entry.value().where(),
        Findings.quoted(origin) + " is no origin.",
        "Give the scheme and the host alone, as in https://example.org.");
    return false;
  }

  private boolean isIndex(String address, Yaml.Entry entry) {
    if (INDEX.matcher(address).matches()) {
      return true;
    }
    unknownValue(
        entry.value().where(),
        Findings.quoted(address) + " is no address of a package index.",
        "Give the folder of its pages, as in https://example.org/simple/.");
    return false;
  }

  private void format(Yaml.Entry entry) {
    List<Format> wanted = formatNames.read(entry);
    formats = wanted.isEmpty() ? formats : List.copyOf(wanted);
  }

  private void live(Yaml.Entry entry) {
    if (entry.value() instanceof Yaml.Mapping) { // the options of quarto-live
      idle.add(entry);
      return;
    }
    Optional<String> wanted = values.text(entry);
    if (wanted.isEmpty()) {
      return;
    }
    switch (wanted.get().toLowerCase(Locale.ROOT)) {
      case "marked" -> live = Live.MARKED;
      case "all" -> live = Live.ALL;
      case "none" -> live = Live.NONE;
      default ->
          unknownValue(
              entry.value().where(),
              Findings.quoted(wanted.get()) + " is no value for \"live\".",
              Findings.didYouMean(
                  wanted.get(),
                  List.of("marked", "all", "none"),
                  "Write live: marked, live: all or live: none."));
    }
  }

  private void trust(Yaml.Entry entry) {
    String wanted = values.text(entry).orElse("author");
    switch (wanted.toLowerCase(Locale.ROOT)) {
      case "author" -> trust = Trust.AUTHOR;
      case "reader" -> trust = Trust.READER;
      default -> {
        trust = Trust.READER; // Rather too little than too much.
        unknownValue(
            entry.value().where(),
            Findings.quoted(wanted) + " is no value for \"trust\".",
            Findings.didYouMean(
                wanted, List.of("author", "reader"), "Write trust: author or trust: reader."));
      }
    }
  }

  private void engine(Yaml.Entry entry) {
    Optional<String> wanted = values.text(entry);
    if (wanted.isPresent() && ForeignKeys.QUARTO_ENGINES.contains(wanted.get())) {
      idle.add(entry);
    } else {
      engine = wanted.orElse(null);
    }
  }

  private void incremental(Yaml.Entry entry) {
    Optional<Boolean> wanted =
        entry.value() instanceof Yaml.Scalar scalar ? scalar.truth() : Optional.empty();
    if (wanted.isEmpty()) {
      unknownValue(
          entry.value().where(),
          "The key \"incremental\" takes no value but true or false.",
          "Write incremental: true.");
    }
    isIncremental = wanted.orElse(false);
  }

  private void theme(Yaml.Entry entry) {
    if (isMarp) { // the name of one of Marp's own
      idle.add(entry);
    } else {
      theme = values.text(entry).orElse(null);
    }
  }

  /** The options of quarto-live, of which the packages have their counterpart. */
  private void pyodide(Yaml.Entry entry) {
    Optional<Yaml.Entry> listed =
        entry.value() instanceof Yaml.Mapping mapping
            ? mapping.entries().stream().filter(key -> key.key().equals("packages")).findFirst()
            : Optional.empty();
    if (listed.isPresent()) {
      packages.addAll(values.texts(listed.get()));
    } else {
      idle.add(entry);
    }
  }

  private void other(Yaml.Entry entry) {
    if (isMarp(entry)) {
      return;
    }
    if (ForeignKeys.contain(entry.key())) {
      idle.add(entry);
      return;
    }
    findings.warning(
        "unknown-key",
        entry.where(),
        "There is no key " + Findings.quoted(entry.key()) + " in front matter.",
        Findings.didYouMean(entry.key(), KNOWN, "The keys are " + String.join(", ", KNOWN) + "."));
  }

  private void unknownValue(Location where, String message, String remedy) {
    findings.warning("unknown-value", where, message, remedy);
  }

  private void reportIdle() {
    if (!idle.isEmpty()) {
      List<String> keys = idle.stream().map(entry -> Findings.quoted(entry.key())).toList();
      boolean isOne = keys.size() == 1;
      findings.warning(
          "key-without-effect",
          idle.get(0).where(),
          (isOne ? "The key " : "The keys ")
              + String.join(", ", keys)
              + (isOne ? " is known and has" : " are known and have")
              + " no effect here.",
          "Keep what another tool needs; else take it out.");
    }
  }
}
