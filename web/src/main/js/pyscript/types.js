// The two kinds of Python that a page can use.

/** The value of `type`, and the prefix of tags, attributes and events, of each kind. */
export const TYPES = new Map([
  ["py", "pyodide"],
  ["mpy", "micropython"],
]);

/** Takes what people call them: `py` and `pyodide`, `mpy` and `micropython`. */
export function typeOf(name) {
  for (const [type, interpreter] of TYPES) if (name === type || name === interpreter) return type;
  return undefined;
}
