// In a sandbox, the page has loaded everything, and keeps it.

export async function load(url) {
  const bytes = globalThis.vivariumSupplied.find(url);
  if (!bytes) throw new Error(`${url} was not given to the sandbox`);
  return bytes;
}

export const isKept = async () => true;

/** Never settled: what is to be kept, and handed to the next worker, is the page's business. */
export const keep = () => new Promise(() => {});

export const forget = async () => {};
