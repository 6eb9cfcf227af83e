// What Java uses of reveal.js.
export { default as Reveal } from "reveal.js";
export { default as Notes } from "reveal.js/plugin/notes";
