package vivarium.packages.choice;

import vivarium.packages.requirement.Requirement;

/**
 * A package that somebody needs.
 *
 * @param by who says so, for the user: {@code guide/intro.md:4}
 * @param requirement without an address
 */
public record Wanted(String by, Requirement requirement) {}
