package vivarium.tests.browser;

/** Measures contrast as <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG</a> does. */
final class Contrast {
  /** A script that lists texts with a contrast below 4.5:1 against the ground they stand on. */
  static final String TOO_LOW =
      """
      () => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const rgba = (color) => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          return Array.from(canvas.getImageData(0, 0, 1, 1).data);
        };
        const luminance = ([r, g, b]) => {
          const [x, y, z] = [r, g, b].map((v) => {
            const c = v / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * x + 0.7152 * y + 0.0722 * z;
        };
        const ground = (element) => {
          for (let e = element; e; e = e.parentElement) {
            const color = rgba(getComputedStyle(e).backgroundColor);
            if (color[3] === 255) return color;
          }
          return [255, 255, 255, 255];
        };
        const low = new Set();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const element = node.parentElement;
          if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          if (element.closest("script, style, .katex-mathml")) continue;
          const [a, b] = [rgba(getComputedStyle(element).color), ground(element)].map(luminance).sort((p, q) => q - p);
          const ratio = (a + 0.05) / (b + 0.05);
          if (ratio < 4.5) low.add(`${ratio.toFixed(2)} ${element.className} ${node.data.trim().slice(0, 20)}`);
        }
        return Array.from(low).join("; ");
      }
      """;

  private Contrast() {}
}
