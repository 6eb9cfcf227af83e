// Folders of the reader's machine: their script is loaded when a page asks for one.

/** The functions of `directories`, each of which loads it first. */
export const fs = new Proxy(
  {},
  {
    get: (_, name) =>
      typeof name === "symbol" || name === "then"
        ? undefined
        : async (...values) => (await import("./directories.js")).directories[name](...values),
  },
);
