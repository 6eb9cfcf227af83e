// Makes the fonts of a packed page before its first paint; they stand in elements before this script.
import { decoded } from "./decoding.js";

for (const element of document.querySelectorAll("script[data-viv-font]")) {
  const [family, descriptors] = JSON.parse(element.dataset.vivFont);
  try {
    document.fonts.add(new FontFace(family, decoded(element.textContent, Number(element.dataset.size)), descriptors));
  } catch (error) {
    console.warn(`The font ${family} could not be used: ${error.message}`); // The reader's own take its place.
  }
}
