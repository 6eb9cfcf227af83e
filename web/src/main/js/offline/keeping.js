// What is kept of sites for reading without a network: a cache for each version of a site. Each file is kept under its address,
// with its hash; the list of files comes last, so a cache that has its list is whole.
const PREFIX = "vivarium offline ";
const HASH = "x-vivarium-sha256";

/** Where a file of the site at `scope` stands. */
export function addressOf(scope, path) {
  return scope + path.split("/").map(encodeURIComponent).join("/");
}

/**
 * The path of a file whose address is asked for, however that is written.
 *
 * @throws URIError when it is none
 */
export function pathOf(scope, address) {
  return decodeURIComponent(new URL(address).pathname.slice(new URL(scope).pathname.length));
}

/** The name of the cache for a version of the site at `scope`, in whose address there is no space. */
export function nameOf(scope, version) {
  return `${PREFIX}${scope} ${version}`;
}

/** The names of all caches of the site at `scope`. */
export async function namesIn(scope) {
  return (await caches.keys()).filter((name) => name.startsWith(nameOf(scope, "")));
}

/** Whether a cache has all that its version consists of. */
export async function isWhole(scope, name) {
  return (await kept(name, listOf(scope))) !== undefined;
}

/** The files that a version consists of, as [path, hash, size]; none when its cache is not whole. */
export async function filesIn(scope, name) {
  const list = await kept(name, listOf(scope));
  return list ? (await list.json()).files : [];
}

/** Under which address every cache has its list. */
export function listOf(scope) {
  return addressOf(scope, "vivarium/offline");
}

/** What a cache has for an address, if there is such a cache; a query makes no difference to files. */
export function kept(name, address) {
  return caches.match(address, { cacheName: name, ignoreSearch: true, ignoreVary: true });
}

/**
 * What any version of any site has for an address; for files whose names tell their content. Whatever is wrong with what is kept,
 * nothing is found.
 */
export async function keptAnywhere(address) {
  try {
    for (const name of await caches.keys()) {
      const [scope] = name.slice(PREFIX.length).split(" ");
      if (!name.startsWith(PREFIX) || !address.startsWith(`${scope}vivarium/`)) continue;
      const found = await kept(name, addressOf(scope, pathOf(scope, address)));
      if (found) return found;
    }
  } catch {
    // The network is there.
  }
  return undefined;
}

/** An answer as it is kept: without what was said of its way here. */
export function keeping(bytes, answer, hash) {
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "transfer-encoding", "vary"]) headers.delete(name);
  headers.set("content-length", bytes.byteLength);
  headers.set(HASH, hash);
  return new Response(bytes, { headers });
}

/** The hash of what is kept. */
export function hashOf(answer) {
  return answer?.headers.get(HASH);
}
