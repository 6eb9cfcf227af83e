// Says what is wrong with a configuration, where it is written.
import { CODES, Failure, report } from "./failures.js";

/**
 * Checks a configuration while Python is on its way; rejected when Python cannot start with it.
 *
 * @param name where the configuration stands, and `text` as it stands there
 */
export async function checked(values, name, text) {
  if (Object.keys(values).length === 0) return;
  const { problems } = await import("./checks.js");
  const found = JSON.parse(problems(JSON.stringify(values))).map((problem) => [problem.isError, said(problem, name, text)]);
  const errors = found.filter(([isError]) => isError).map(([, message]) => message);
  if (errors.length > 0) throw new Failure(CODES.config, errors.join("\n"));
  for (const [, message] of found) report(`(${CODES.config}): ${message}`);
}

function said({ path, message, remedy }, name, text) {
  const line = lineOf(path, text);
  const place = line ? `${name}, line ${line}` : name;
  return `${place}: ${message}${remedy ? ` ${remedy}` : ""}`;
}

/** The 1-based line in which the last name of a path is first written; 0 where it is not to be found. */
function lineOf(path, text) {
  const names = path.match(/[\w-]+(?=[^\w-]*$|\[)/g) ?? [];
  const name = names.filter((each) => !/^\d+$/.test(each)).at(-1);
  if (!name) return 0;
  return text.split("\n").findIndex((line) => line.includes(name)) + 1;
}
