// Python from a memory image, where a page was built with one.
export { startPython } from "../starting.js";
