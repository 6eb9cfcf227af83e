// Has the browser fetch files before they are asked for. A packed page has them: packed/pyscript/preloading.js.

export function preload(url) {
  const link = document.createElement("link");
  link.rel = /\.m?js$/.test(url) ? "modulepreload" : "preload";
  if (link.rel === "preload") link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = url;
  document.head.append(link);
}
