// What a page loads when it needs it.
import { imported } from "./addresses.js";
import { startKernel } from "./kernels.js";
import { isForeign } from "./trust.js";
import { sharing } from "./urgent.js";
import { noWidgets, widgetScripts } from "./widget-scripts.js";

/**
 * @param files what `listenToFiles` returned: makes the reader's files known to each worker with a kernel in it, and shows them
 * @param texts what the page says, by its keys
 * @returns Java's `Loaders`
 */
export function loadersWith(files, texts) {
  const widgets = isForeign ? noWidgets(texts) : widgetScripts(texts);
  return {
    widgets: () => widgets,
    editor: () => import("./codemirror.js"),
    reveal: () => import("./reveal.js"),
    links: () => import("./notebook-links.js"),
    sanitizer: () => import("./dompurify.js"),
    typesetter: (folder) => imported(`${folder}markdown.js`),
    variables: () => import("./variables.js"),
    files: files.panelIn,
    isForeign: () => isForeign,
    worker: () => {
      const early = window.vivariumWorker;
      delete window.vivariumWorker;
      return files.toWorker(early ? sharing(early) : startKernel());
    },
  };
}
