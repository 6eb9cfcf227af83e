// What the page itself says, in its language. English is part of the script; other languages are loaded where a page asks.
import { beside, imported } from "./addresses.js";
import english from "../../../../model/src/main/resources/vivarium/strings/en.json";

/** The texts by their keys: English, over it those of the page's language, over it the author's own. */
export async function textsOfPage() {
  return Object.assign({}, english, await translated(document.documentElement.lang.toLowerCase()), ...authors());
}

/**
 * The texts in another language than English. A variant without texts of its own has those of the language it is a variant of.
 *
 * @param group those that only some pages need
 */
export async function translated(language, group = "") {
  if (!LANGUAGES.includes(language)) {
    const end = language.lastIndexOf("-");
    return end < 0 ? {} : translated(language.slice(0, end), group);
  }
  try {
    return (await imported(beside(`strings-${group}${language}.js`))).default;
  } catch (error) {
    console.warn("Vivarium: the page speaks English, since its language could not be loaded.", error);
    return {};
  }
}

function authors() {
  return Array.from(document.querySelectorAll("script[data-viv-strings]"), ({ textContent }) => {
    try {
      return JSON.parse(textContent);
    } catch (error) {
      console.error("Vivarium: the strings in this page are not JSON.", error);
      return {};
    }
  });
}
