// Games with pygame-ce, on the page's thread, in a canvas.
import { NOTHING, ofAttribute } from "./configuration.js";
import { CODES, Failure, report } from "./failures.js";
import { fetchFiles, placeFiles } from "./files.js";
import { mainInterpreter } from "./mains.js";
import { providePackages } from "./packages.js";
import { boot } from "./places.js";
import { checkContent, codeOf } from "./scripts.js";
import { find } from "./targets.js";

const PYGAME = /(^|\/)pygame[-_]ce\b/i; // By its name, or as a wheel.

/** Runs a game. */
export async function play(element, type) {
  checkContent(element, `${type}-game`);
  if (type !== "py") throw new Failure(CODES.config, 'A game needs type="py-game": MicroPython has no pygame.');
  const id = element.getAttribute("target") ?? "canvas";
  const canvas = find(id);
  if (canvas?.localName !== "canvas") throw new Failure(CODES.notFound, `This game needs <canvas id="${id}">, which is not in the page.`);
  const given = element.getAttribute("config");
  const configuration = given ? await ofAttribute(given, element.getAttribute("config-parser")) : NOTHING;
  const code = await codeOf(element);
  if (!element.dispatchEvent(new CustomEvent("py-game", { bubbles: true, cancelable: true, detail: { canvas, code } }))) return;
  const interpreter = await mainInterpreter(type);
  interpreter.interpreter.canvas?.setCanvas2D(canvas);
  await placeFiles(interpreter, fetchFiles(configuration));
  const named = configuration.values.packages ?? [];
  const packages = named.some((each) => PYGAME.test(each)) ? named : ["pygame-ce", ...named];
  await providePackages(interpreter, type, { values: { ...configuration.values, packages }, base: configuration.base }, () => {}, boot.packages);
  try {
    await interpreter.run(code, element.getAttribute("src") ?? "<game>", canvas.id);
  } catch (error) {
    report(interpreter.describe(error), element);
  }
}
