// What `print` writes: to the console by lines, unless a script asked for something else.

const sinks = new Map();
const rests = { false: "", true: "" };

/** Has what is written for a target go elsewhere: `sink(text, isError)`; undefined to stop that. */
export function divert(target, sink) {
  if (sink) sinks.set(target, sink);
  else sinks.delete(target);
}

/** Takes what Python wrote, in whatever pieces. */
export function write(text, isError, target, type) {
  const sink = sinks.get(target) ?? sinks.get(`*${type}`);
  if (sink) return sink(text, isError);
  const lines = (rests[isError] + text).split("\n");
  rests[isError] = lines.pop();
  for (const line of lines) (isError ? console.error : console.log)(line);
}

/** Shows what is printed in an element of the page, where it can be read as it comes. */
export function printInto(element) {
  let last;
  return (text, isError) => {
    const kind = isError ? "py-stderr" : "py-stdout";
    if (last?.className !== kind || !last.isConnected) {
      last = document.createElement("pre");
      last.className = kind;
      last.setAttribute("role", "log");
      element.append(last);
    }
    last.append(text);
  };
}
