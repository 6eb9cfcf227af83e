package vivarium.parse.body;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vivarium.model.document.Attributes;
import vivarium.parse.attributes.Braces;
import vivarium.parse.attributes.BracesReader;
import vivarium.parse.source.Fragment;

/** What an HTML comment says. */
sealed interface Comment {
  /** Notes for the speaker, in Markdown. */
  record Notes(Fragment text) implements Comment {}

  /** Attributes for what stands before the comment. */
  record Element(Attributes attributes) implements Comment {}

  /** Attributes for the slide. */
  record Slide(Attributes attributes) implements Comment {}

  /** A directive of Marp. */
  record MarpDirective(String name) implements Comment {}

  /** Something between authors. */
  record Remark() implements Comment {}

  /** Attributes that cannot be read. */
  record Faulty(String message) implements Comment {}

  Pattern NOTES =
      Pattern.compile("\\s*(?:notes?|speaker(?: +notes?)?)[ \\t]*:", Pattern.CASE_INSENSITIVE);
  Pattern ATTRIBUTES = Pattern.compile("\\s*\\.(element|slide)\\s*:\\s*(.*?)\\s*", Pattern.DOTALL);
  Pattern DIRECTIVE = Pattern.compile("\\s*_?([A-Za-z]+)\\s*:.*", Pattern.DOTALL);
  Pattern TOOL =
      Pattern.compile(
          "\\s*(?:prettier|markdownlint|vale|textlint|cspell|eslint)\\b.*", Pattern.DOTALL);

  /** Marp's own directives, without the underscore that makes one hold for a single slide. */
  Set<String> DIRECTIVES =
      Set.of(
          "theme",
          "style",
          "headingDivider",
          "lang",
          "size",
          "math",
          "title",
          "author",
          "description",
          "keywords",
          "url",
          "image",
          "marp",
          "paginate",
          "header",
          "footer",
          "class",
          "backgroundColor",
          "backgroundImage",
          "backgroundPosition",
          "backgroundRepeat",
          "backgroundSize",
          "color",
          "transition");

  /** Reads a comment, given with its {@code <!--} and what follows it. */
  static Comment read(Fragment literal, boolean isMarp) {
    String text = literal.text();
    int end = end(text);
    int start = Math.min(4, end);
    String content = text.substring(start, end);
    Matcher notes = NOTES.matcher(content);
    if (notes.lookingAt()) {
      return new Notes(literal.slice(start + notes.end(), end).dedented());
    }
    Matcher attributes = ATTRIBUTES.matcher(content);
    if (attributes.matches()) {
      return attributes(attributes.group(1), attributes.group(2));
    }
    if (!isMarp || content.isBlank() || TOOL.matcher(content).matches()) {
      return new Remark();
    }
    Optional<String> directive = marpDirective(content);
    return directive.isPresent()
        ? new MarpDirective(directive.get())
        : new Notes(literal.slice(start, end).dedented());
  }

  /** Where the closing {@code -->} begins. */
  static int end(String text) {
    int end = text.indexOf("-->");
    return end < 0 ? text.length() : end;
  }

  private static Comment attributes(String kind, String text) {
    Braces braces = BracesReader.readBare(text);
    if (braces.fault().isPresent()) {
      return new Faulty(braces.fault().get().message());
    }
    return kind.equals("slide") ? new Slide(braces.attributes()) : new Element(braces.attributes());
  }

  private static Optional<String> marpDirective(String content) {
    if (content.strip().equals("fit")) {
      return Optional.of("fit");
    }
    Matcher directive = DIRECTIVE.matcher(content);
    return directive.matches() && DIRECTIVES.contains(directive.group(1))
        ? Optional.of(directive.group(1))
        : Optional.empty();
  }
}
