// Shows the slides of a deck one after the other and measures what sticks out of each. Comes to
// {slides, found: [{index, id, side, pixels, tag, cell, text}]}: how many slides there are, and
// for each that overflows what sticks out furthest, in pixels of the deck.
(async () => {
  const TOLERANCE = 1.5; // Rounding and hairlines nobody sees.
  const PICTURES = 5000; // How long a slide's pictures may take to come, in milliseconds.
  const UNSEEN = "aside.notes, .viv-toolbar, .viv-own-toolbar, .viv-step, .katex-mathml";
  const CLOSED = "svg, iframe, video, canvas, object, math";
  const NAMED =
    "p, li, pre, table, figure, img, svg, iframe, video, canvas, blockquote, h1, h2, h3, h4, h5, h6, .katex-display";

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const until = async (condition) => {
    while (!condition()) await pause(5);
  };

  const intersection = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const everywhere = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

  const worst = (section, frame) => {
    let found = { excess: 0 };
    const consider = (element, box, clip) => {
      const seen = intersection(box, clip);
      if (seen.right <= seen.left || seen.bottom <= seen.top) return;
      const excess = {
        bottom: seen.bottom - frame.bottom,
        right: seen.right - frame.right,
        left: frame.left - seen.left,
        top: frame.top - seen.top,
      };
      for (const side of Object.keys(excess)) {
        // Of what sticks out equally far, the innermost says most.
        if (excess[side] > 0 && excess[side] >= found.excess - 0.5) {
          found = { excess: excess[side], side, element };
        }
      }
    };
    const visit = (element, clip) => {
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          if (child.data.trim() !== "") {
            const range = document.createRange();
            range.selectNodeContents(child);
            consider(element, range.getBoundingClientRect(), clip);
          }
        } else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(UNSEEN)) {
          const style = getComputedStyle(child);
          if (style.display === "none") continue;
          const box = child.getBoundingClientRect();
          consider(child, box, clip);
          if (!child.matches(CLOSED)) {
            visit(child, intersection(clip, clipOf(style, box)));
          }
        }
      }
    };
    visit(section, clipOf(getComputedStyle(section), section.getBoundingClientRect()));
    return found;
  };

  /** Where the content of an element can be seen: what scrolls does not stick out. */
  const clipOf = (style, box) => ({
    ...everywhere,
    ...(style.overflowX === "visible" ? {} : { left: box.left, right: box.right }),
    ...(style.overflowY === "visible" ? {} : { top: box.top, bottom: box.bottom }),
  });

  const isBehind = (picture) => !picture.complete && picture.getAttribute("src");
  const arrived = (section) => {
    const end = performance.now() + PICTURES;
    const pictures = Array.from(section.querySelectorAll("img"));
    return until(() => performance.now() > end || !pictures.some(isBehind));
  };

  await until(
    () =>
      document.readyState === "complete" &&
      document.documentElement.classList.contains("viv-deck-ready"),
  );
  const slides = document.querySelector(".viv-deck > .slides");
  const found = [];
  let index = 0;
  for (const [h, stack] of Array.from(slides.children).entries()) {
    const below = Array.from(stack.children).filter((child) => child.tagName === "SECTION");
    for (const [v, section] of (below.length > 0 ? below : [stack]).entries()) {
      postMessage(JSON.stringify({ method: "slide", args: [h, v] }), "*");
      await until(() => section.classList.contains("present") && stack.classList.contains("present"));
      await document.fonts.ready;
      await arrived(section);
      const frame = slides.getBoundingClientRect();
      const scale = frame.width / slides.offsetWidth || 1;
      const { excess, side, element } = worst(section, frame);
      if (excess / scale > TOLERANCE) {
        const named = element.closest(".viv-output") ?? element.closest(NAMED) ?? element;
        const own = section.contains(named) && named !== section ? named : element;
        found.push({
          index,
          id: section.id,
          side,
          pixels: Math.round(excess / scale),
          tag: own.matches(".viv-output") ? "output" : own.tagName.toLowerCase(),
          cell: own.closest("viv-cell")?.id ?? "",
          text: own.textContent.trim().replace(/\s+/g, " ").slice(0, 200),
        });
      }
      index++;
    }
  }
  return { slides: index, found };
})();
