// Reads a file while everything else waits.

/** Whether a file need not be there before Python reads it. */
export const READS_LATER = true;

/** Undefined when there is no success, as without a network. */
export function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  // On the thread of a page, what is waited for is text: here of characters that each stand for a byte.
  const isPage = typeof document !== "undefined";
  if (isPage) request.overrideMimeType("text/plain; charset=x-user-defined");
  else request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    return undefined;
  }
  if (request.status !== 200) return undefined;
  return isPage ? Uint8Array.from(request.responseText, (character) => character.charCodeAt(0)) : new Uint8Array(request.response);
}
