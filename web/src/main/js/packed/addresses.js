// In a packed page, every file of its own has an address that the page itself has made.

/** The address of a file that a site has in the folder of its scripts. */
export function beside(name) {
  return globalThis.vivariumPacked.beside(name);
}

/** The script at an address; of a page of HTML, it may be another's. */
export async function imported(address) {
  const packed = globalThis.vivariumPacked;
  await packed.whole;
  if (!packed.files.base) return packed.script(address);
  const file = packed.find(address);
  if (!file) return import(address);
  return import(address.startsWith(`${packed.files.root}vivarium/`) ? packed.address(address) : await ofAuthor(file));
}

/** As the page's own scripts import it, so that it is there once. */
function ofAuthor(file) {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(new Blob([file], { type: "text/javascript;charset=utf-8" }));
  });
}
