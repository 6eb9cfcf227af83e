// Pictures, sounds and films that scripts put into a packed page: the browser itself would look for them beside the page.
const TYPES = [HTMLImageElement, HTMLMediaElement, HTMLSourceElement];
const SHOWN = "img[src], audio[src], video[src], source[src]";

/** Has elements find the files of the page, those that are there and those that come. */
export function showPictures(packed) {
  const loadable = (url) => {
    const absolute = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : "";
    return packed.find(absolute) ? packed.address(absolute) : url;
  };
  for (const { prototype } of TYPES) {
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(prototype, "src");
    const found = function (url) {
      set.call(this, loadable(String(url)));
    };
    Object.defineProperty(prototype, "src", { get, set: found, ...rest });
  }
  const look = (element) => {
    const url = element.getAttribute("src");
    if (loadable(url) !== url) element.src = url;
  };
  const within = (node) => [...(node.matches?.(SHOWN) ? [node] : []), ...(node.querySelectorAll?.(SHOWN) ?? [])];
  new MutationObserver((records) => {
    for (const { addedNodes, attributeName, target } of records) {
      if (attributeName && target.matches(SHOWN)) look(target);
      for (const node of addedNodes) within(node).forEach(look);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });
  within(document).forEach(look);
}
