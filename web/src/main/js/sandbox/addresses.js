// In a sandbox, every file has the address that the page gives it, and is loaded through the page.

/** The address of a file in the folder of the page's scripts. */
export function beside(name) {
  return globalThis.vivariumSupplied.beside(name);
}

/** The script at an address. */
export function imported(address) {
  return globalThis.vivariumSupplied.imported(address);
}
