// Chooses what to install from package indexes; loaded when a cell installs.
import names from "../../../../packages/src/main/resources/vivarium/packages/names/distributions.txt";
import { distribution as find } from "../../../target/classes/vivarium/kernel/installer.js";

export { choose } from "../../../target/classes/vivarium/kernel/installer.js";

/** The well-known distribution that brings a module; empty where none is known. */
export const distribution = (module) => find(names, module);
