// The worker of a packed PyScript page. Browsers start no worker with modules where such a page lies; so this is one script.
import "../inside.js";
import "../../pyscript/worker.js";
