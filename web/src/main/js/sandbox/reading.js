// In a sandbox, only what it was given can be read at once.

/** Files have to be there before Python asks for them. */
export const READS_LATER = false;

/** Undefined when the file was not given. */
export function fetchNow(url) {
  return globalThis.vivariumSupplied.find(url)?.slice();
}
