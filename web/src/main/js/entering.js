// Whether what stands at a prompt is whole, so that Enter ends it.

const BLOCK = /:\s*(?:#.*)?$/;

/** Whether Enter can end `code`: nothing is open in it, and a block has an empty line behind it. */
export function isComplete(code) {
  if (!code.trim()) return false;
  const lines = code.split("\n");
  const last = lines.at(-1);
  if (/^\s*%%/.test(code)) return lines.length > 1 && !last.trim();
  const begin = lastStatement(code);
  if (begin < 0) return false;
  if (!last.trim()) return true;
  return !BLOCK.test(last) && !/^(?:[ \t]|@)/.test(code.slice(begin));
}

/** Where the last line of Python begins; -1 where a bracket, a long string or a backslash leaves it open. */
function lastStatement(code) {
  let begin = 0;
  let depth = 0;
  let quote = "";
  let at = 0;
  while (at < code.length) {
    const character = code[at];
    if (character === "\\") {
      if (at === code.length - 1) return -1;
      at += 2;
    } else if (quote) {
      if (code.startsWith(quote, at)) {
        at += quote.length;
        quote = "";
      } else {
        if (quote.length === 1 && character === "\n") quote = ""; // It ends with its line, closed or not.
        else at++;
      }
    } else if (character === "#") {
      const end = code.indexOf("\n", at);
      at = end < 0 ? code.length : end;
    } else if (character === '"' || character === "'") {
      quote = code.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
      at += quote.length;
    } else {
      if ("([{".includes(character)) depth++;
      else if (")]}".includes(character)) depth = Math.max(0, depth - 1);
      at++;
      if (character === "\n" && depth === 0) begin = at;
    }
  }
  return depth > 0 || quote.length === 3 ? -1 : begin;
}
