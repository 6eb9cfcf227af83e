package vivarium.parse.cell;

import java.util.Optional;
import vivarium.model.diagnostic.Location;
import vivarium.model.document.Span;
import vivarium.model.output.Outputs;
import vivarium.parse.source.Fragment;

/**
 * The code of a cell and what surrounds it.
 *
 * @param isMyst whether options may stand at its top as MyST has them
 * @param isIpython whether it is written for IPython, whose magics may not all be there
 * @param where the place to name when something is wrong with the cell as a whole
 * @param span the whole cell
 * @param outputs what the source records of its last run
 * @param recorded where that stands
 */
record CellText(
    Fragment code,
    boolean isMyst,
    boolean isIpython,
    Location where,
    Span span,
    Outputs outputs,
    Optional<Span> recorded) {}
