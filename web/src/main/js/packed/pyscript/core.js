// PyScript in a packed page, with a promise of what other pages import from core.js.
import { arrived } from "./arriving.js";
import * as core from "../../pyscript/core.js";

arrived(core);
