// In a packed page, every file of its own has an address that the page itself has made.

/** The address of a file that a site has in the folder of its scripts. */
export function beside(name) {
  return globalThis.vivariumPacked.address(name);
}

/** The script that a site has at this address. */
export function imported(address) {
  return import(globalThis.vivariumPacked.address(address));
}
