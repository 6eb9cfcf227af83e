package vivarium.parse.frontmatter;

import vivarium.model.document.FrontMatter;

/**
 * The front matter of a file and what it says about reading the rest.
 *
 * @param isMarp whether the file is written for Marp
 * @param isIncremental whether all lists come item by item
 * @param bodyLine the first line after it, 0-based
 */
public record FileHead(
    FrontMatter frontMatter, boolean isMarp, boolean isIncremental, int bodyLine) {}
