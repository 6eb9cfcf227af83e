// Where a script finds what lies beside it. A packed page has another answer: packed/addresses.js.

/** The address of a file in the folder of this script. */
export function beside(name) {
  return new URL(`./${name}`, import.meta.url).href;
}

/** The script at an address. */
export function imported(address) {
  return import(address);
}
