// Makes a file of a packed page that has the reader's work in it.
const WORK = "viv-own-work";
const DIGITS = 8;

/**
 * @param packed the page's files
 * @param page what the page was told at its beginning
 */
export function ownFile(packed, page) {
  // As the page was written, before its scripts change anything; what follows are the large files.
  const root = document.documentElement.cloneNode(true);
  const begun = new Set(document.querySelectorAll("script[data-viv-file]"));

  return {
    /** The work that this file has brought with it; empty for none. */
    work: document.getElementById(WORK)?.textContent ?? "",

    /** Lets the browser save a copy with the reader's work in it, as a JSON text; it is a document of its own from then on. */
    async save(name, work) {
      await packed.whole;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(parts(work), { type: "text/html" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };

  function parts(work) {
    const copy = root.cloneNode(true);
    copy.className = "";
    copy.querySelector(`#${WORK}`)?.remove();
    copy.querySelector("#viv-packed").insertAdjacentHTML("beforebegin", `<script type="application/json" id="${WORK}"></script>\n`);
    copy.querySelector(`#${WORK}`).textContent = work.replaceAll("<", "\\u003c");
    const begin = copy.outerHTML.replace(/<\/body>\s*<\/html>\s*$/, "").replaceAll(page.root, anotherRoot());
    const rest = Array.from(document.querySelectorAll("script[data-viv-file]"))
      .filter((element) => !begun.has(element))
      .map((element) => element.outerHTML);
    return ["\ufeff<!doctype html>\n", begin, ...rest, "</body>\n</html>\n"].map(inUtf16);
  }

  /** The drafts of another file are not those of this one. */
  function anotherRoot() {
    const digits = Array.from(crypto.getRandomValues(new Uint8Array(DIGITS / 2)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    return page.root.replace(/(-own-[0-9a-f]+)?\/$/, `-own-${digits}/`);
  }
}

/** The encoding of the file, little-endian whatever the machine is. */
function inUtf16(text) {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i] = unit;
    bytes[2 * i + 1] = unit >> 8;
  }
  return bytes;
}
