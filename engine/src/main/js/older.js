// What older engines look for besides.
globalThis.importScripts = () => {
  throw new TypeError("there are no other scripts"); // By this name they know a web worker.
};
globalThis.structuredClone = (value) => JSON.parse(JSON.stringify(value)); // They copy types of functions.
