// TOML, when a page has some.
export { parse } from "smol-toml";
