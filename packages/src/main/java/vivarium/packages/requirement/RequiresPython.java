package vivarium.packages.requirement;

import vivarium.model.diagnostic.Location;
import vivarium.packages.version.VersionSpecifiers;

/**
 * Which versions of Python a file says that it runs on.
 *
 * @param where the first character of the versions
 */
public record RequiresPython(VersionSpecifiers versions, Location where) {}
