// The worker of a sandbox. Browsers start no worker with modules there; so this is one script.
import "./inside.js";
import "../kernel-worker.js";
