// Questions to Python.

/**
 * What Python knows of the code: null when it knows nothing, undefined when it cannot be asked now.
 *
 * @param about completion, signature, documentation, hover or syntax
 */
export function ask(assistant, about, code, caret) {
  return new Promise((resolve) => {
    assistant.ask(about, code, caret, (json) => resolve(json === "busy" ? undefined : JSON.parse(json)));
  });
}
