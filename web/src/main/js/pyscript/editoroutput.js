// What the code of an editor wrote, below it; also where it asks its reader.

/** A sink for what is printed, into an element: `(text, isError)`, with `clear()`, `input(prompt)` and the element's id as `target`. */
export function outputOf(element) {
  let red; // What goes on in the same colour goes on in the same element.
  const write = (text, isError) => {
    if (!isError) red = undefined;
    else if (!red?.isConnected || red !== element.lastChild) element.append((red = redElement()));
    const place = isError ? red : element;
    const lines = text.split("\n");
    for (const [i, line] of lines.entries()) {
      if (line) place.append(line);
      if (i < lines.length - 1) place.append(document.createElement("br"));
    }
  };
  write.target = element.id;
  write.clear = () => element.replaceChildren();
  write.input = (prompt) => ask(element, prompt);
  return write;
}

function redElement() {
  const span = document.createElement("span");
  span.className = "py-stderr";
  return span;
}

function ask(element, prompt) {
  const form = document.createElement("form");
  form.className = "py-input";
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.autocomplete = "off";
  field.spellcheck = false;
  label.append(prompt, field);
  form.append(label);
  element.append(form);
  field.focus();
  return new Promise((resolve) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.replaceWith(prompt + field.value, document.createElement("br"));
      resolve(field.value);
    });
  });
}
