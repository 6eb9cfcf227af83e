package vivarium.site.html;

/**
 * Where a page finds what runs its Python: folders relative to it, without a final slash.
 *
 * @param pyscript that of {@code core.js}
 * @param micropython that of MicroPython
 */
public record PageFolders(String pyscript, String micropython) {}
